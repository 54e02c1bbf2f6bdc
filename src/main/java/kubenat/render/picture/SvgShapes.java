package kubenat.render.picture;

import java.util.EnumSet;
import java.util.Set;

/** Writes shapes as SVG elements, and remembers which paints it used. */
final class SvgShapes {
    static final String MONO = "DejaVu Sans Mono,ui-monospace,SFMono-Regular,Menlo,Consolas,monospace";
    static final String SANS = "DejaVu Sans,Segoe UI,Roboto,Helvetica Neue,Arial,sans-serif";

    private final StringBuilder out = new StringBuilder();
    private final Set<Paint> used = EnumSet.noneOf(Paint.class);
    private final boolean mono;
    private final Tones tones;

    /** {@code mono} says whether the monospace face is the one that need not be named. */
    SvgShapes(boolean mono, Tones tones) {
        this.mono = mono;
        this.tones = tones;
    }

    void write(Shape shape) {
        if (shape instanceof Box box) {
            box(box);
        } else if (shape instanceof Text text) {
            text(text);
        } else if (shape instanceof Ribbon ribbon) {
            ribbon(ribbon);
        } else if (shape instanceof Wire wire) {
            wire(wire);
        } else if (shape instanceof Disc disc) {
            disc(disc);
        } else {
            throw new AssertionError(shape);
        }
    }

    private void box(Box box) {
        boolean grouped = !box.hint().isEmpty();
        if (grouped) {
            out.append("<g>").append(new Tag("title").around(box.hint())).append('\n');
        }
        if (box.paint() != Paint.CLEAR) {
            rectangle(box);
        }
        box.inside().forEach(this::write);
        if (grouped) {
            out.append("</g>\n");
        }
    }

    private void rectangle(Box box) {
        Area area = box.area();
        double radius = box.corners().radius();
        if (box.corners().topOnly()) {
            line(path(Paths.head(area, radius), box.paint()));
            return;
        }
        Tag tag = new Tag("rect")
                .with("x", area.x())
                .with("y", area.y())
                .with("width", area.width())
                .with("height", area.height());
        if (radius > 0) {
            tag.with("rx", radius);
        }
        line(use(tag, box.paint()));
    }

    private void text(Text text) {
        Tag tag = new Tag("text").with("x", text.at().x()).with("y", text.at().y());
        tag.with("font-size", text.face().size());
        if (text.face().bold()) {
            tag.with("font-weight", "700");
        }
        if (text.face().mono() != mono) {
            tag.with("font-family", text.face().mono() ? MONO : SANS);
        }
        if (text.face().tracking() > 0) {
            tag.with("letter-spacing", text.face().tracking());
        }
        if (text.anchor() == Text.Anchor.MIDDLE) {
            tag.with("text-anchor", "middle");
        }
        if (text.words().contains("  ")) {
            tag.with("xml:space", "preserve");
        }
        out.append(use(tag, text.ink()).around(text.words())).append('\n');
    }

    private void ribbon(Ribbon ribbon) {
        out.append("<g>").append(new Tag("title").around(ribbon.hint())).append('\n');
        line(path(Paths.ribbon(ribbon), ribbon.colours().band()));
        line(path(Paths.edges(ribbon), ribbon.colours().edge()));
        line(path(Paths.arrow(ribbon), ribbon.colours().arrow()));
        out.append("</g>\n");
    }

    private void wire(Wire wire) {
        boolean grouped = !wire.hint().isEmpty();
        if (grouped) {
            out.append("<g>").append(new Tag("title").around(wire.hint())).append('\n');
        }
        Tag tag = path(Paths.wire(wire), wire.paint());
        line(wire.dashed() ? tag.with("stroke-dasharray", "5 4") : tag);
        if (wire.arrow() != Paint.CLEAR) {
            line(path(Paths.arrow(wire), wire.arrow()));
        }
        if (grouped) {
            out.append("</g>\n");
        }
    }

    private void disc(Disc disc) {
        line(use(
                new Tag("circle")
                        .with("cx", disc.middle().x())
                        .with("cy", disc.middle().y())
                        .with("r", disc.radius()),
                disc.paint()));
        disc.label().ifPresent(this::text);
    }

    private Tag path(String d, Paint paint) {
        return use(new Tag("path").with("d", d), paint);
    }

    private Tag use(Tag tag, Paint paint) {
        used.add(paint);
        return tag.painted(paint, tones.of(paint));
    }

    private void line(Tag tag) {
        out.append(tag.empty()).append('\n');
    }

    Set<Paint> used() {
        return used;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
