package kubenat.render.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import kubenat.render.picture.Area;
import kubenat.render.picture.Box;
import kubenat.render.picture.Disc;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Paths;
import kubenat.render.picture.Ribbon;
import kubenat.render.picture.Scene;
import kubenat.render.picture.Shape;
import kubenat.render.picture.Text;
import kubenat.render.picture.Tones;
import kubenat.render.picture.Wire;

/** The shapes of a scene as patches of colour, from the lowest to the topmost. */
final class Patches {
    /** How far arrows and lines reach beyond the area of what they belong to, in points. */
    private static final double MARGIN = 24;

    private static final double DASH = 5;
    private static final double GAP = 4;

    private final List<Patch> patches = new ArrayList<>();
    private final Fonts fonts = new Fonts();
    private final double scale;
    private final Tones tones;

    private Patches(double scale, Tones tones) {
        this.scale = scale;
        this.tones = tones;
    }

    static List<Patch> of(Scene scene, double scale, Tones tones) {
        Patches patches = new Patches(scale, tones);
        scene.shapes().forEach(patches::shape);
        return patches.patches;
    }

    private void shape(Shape shape) {
        if (shape instanceof Box box) {
            box(box);
        } else if (shape instanceof Text text) {
            text(text);
        } else if (shape instanceof Ribbon ribbon) {
            path(ribbon.area(), Paths.ribbon(ribbon), ribbon.colours().band());
            path(ribbon.area(), Paths.edges(ribbon), ribbon.colours().edge());
            path(ribbon.area(), Paths.arrow(ribbon), ribbon.colours().arrow());
        } else if (shape instanceof Wire wire) {
            wire(wire);
        } else if (shape instanceof Disc disc) {
            disc(disc);
        } else {
            throw new AssertionError(shape);
        }
    }

    private void box(Box box) {
        double radius = box.corners().radius();
        if (box.corners().topOnly()) {
            path(box.area(), Paths.head(box.area(), radius), box.paint());
        } else {
            painted(box.area(), box.paint(), () -> rounded(box.area(), radius), false);
        }
        box.inside().forEach(this::shape);
    }

    private List<Contour> rounded(Area area, double radius) {
        double r = Math.min(radius, Math.min(area.width(), area.height()) / 2);
        Pen pen = new Pen(scale).moveTo(area.x(), area.y() + r);
        if (r > 0) {
            pen.quarterBy(r, -r).across(area.right() - r).quarterBy(r, r);
            pen.down(area.bottom() - r).quarterBy(-r, r).across(area.x() + r).quarterBy(-r, -r);
        } else {
            pen.across(area.right()).down(area.bottom()).across(area.x());
        }
        return pen.close().contours();
    }

    private void text(Text text) {
        add(text.area(), tones.of(text.ink()).fill(), new TextOutline(fonts, text, scale)::contours);
    }

    private void wire(Wire wire) {
        String path = Paths.wire(wire);
        painted(wire.area(), wire.paint(), () -> PathReader.read(path, scale), wire.dashed());
        if (wire.arrow() != Paint.CLEAR) {
            path(wire.area(), Paths.arrow(wire), wire.arrow());
        }
    }

    private void disc(Disc disc) {
        painted(disc.area(), disc.paint(), () -> rounded(disc.area(), disc.radius()), false);
        disc.label().ifPresent(this::text);
    }

    private void path(Area area, String path, Paint paint) {
        painted(area, paint, () -> PathReader.read(path, scale), false);
    }

    private void painted(Area area, Paint paint, Supplier<List<Contour>> outline, boolean dashed) {
        add(area, tones.of(paint).fill(), outline);
        double thickness = paint.strokeWidth() * scale;
        add(area, tones.of(paint).stroke(), () -> {
            List<Contour> lines = outline.get();
            return Stroke.along(dashed ? Dashes.along(lines, DASH * scale, GAP * scale) : lines, thickness);
        });
    }

    private void add(Area area, String colour, Supplier<List<Contour>> outline) {
        if (!colour.equals("none")) {
            double top = (area.y() - MARGIN) * scale;
            double bottom = (area.bottom() + MARGIN) * scale;
            patches.add(new Patch(top, bottom, number(colour), outline));
        }
    }

    /** Such as 0xffffff for {@code #ffffff}. */
    static int number(String colour) {
        return Integer.parseInt(colour.substring(1), 16);
    }
}
