package kubenat.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Checks that nothing in a picture covers what it should not, and that all of it can be seen. */
public final class Geometry {
    private final Scene scene;
    private final List<String> faults = new ArrayList<>();

    private Geometry(Scene scene) {
        this.scene = scene;
    }

    /** Fails unless boxes are apart or within each other, texts are in their boxes and all is on the page. */
    public static void check(Scene scene) {
        Geometry geometry = new Geometry(scene);
        Area page = new Area(0, 0, scene.width(), scene.height());
        geometry.siblings(scene.shapes());
        geometry.ribbons(scene.shapes());
        for (Shape shape : scene.shapes()) {
            geometry.require(!(shape instanceof Text), "a text in no box", shape);
            geometry.require(page.contains(shape.area()), "beyond the page", shape);
            geometry.inside(shape);
        }
        assertThat(geometry.faults).as("faults of %s", scene.title()).isEmpty();
    }

    private void inside(Shape shape) {
        if (shape instanceof Box box) {
            box.inside().forEach(each -> {
                require(
                        each instanceof Wire
                                || each instanceof Disc
                                || box.area().contains(each.area()),
                        "out of " + box.area(),
                        each);
                inside(each);
            });
            siblings(box.inside());
        }
    }

    /** Boxes and texts that lie in the same box, or on the page, are apart. */
    private void siblings(List<Shape> shapes) {
        List<Shape> solid = shapes.stream()
                .filter(shape -> shape instanceof Box || shape instanceof Text)
                .toList();
        for (int i = 0; i < solid.size(); i++) {
            for (int j = i + 1; j < solid.size(); j++) {
                require(
                        !solid.get(i).area().overlaps(solid.get(j).area()),
                        "overlaps " + words(solid.get(j)),
                        solid.get(i));
            }
        }
    }

    /** No ribbon passes through words that stand beside it; a percent pill with its own ground stands on it. */
    private void ribbons(List<Shape> shapes) {
        for (Shape shape : shapes) {
            for (Shape words : shapes) {
                if (shape instanceof Ribbon ribbon && words instanceof Box box && box.paint() == Paint.CLEAR) {
                    require(!touches(ribbon, box.area()), "has a ribbon through it", box);
                }
            }
        }
    }

    private static boolean touches(Ribbon ribbon, Area area) {
        Point bend = ribbon.to().moved(-ribbon.flat(), 0);
        boolean flat = area.x() < ribbon.to().x()
                && area.right() > bend.x()
                && isAt(ribbon.to().y(), ribbon.thickness() / 2, area);
        return flat
                || IntStream.rangeClosed(0, 100)
                        .mapToObj(i -> onCurve(ribbon.from(), bend, i / 100.0))
                        .anyMatch(point -> point.x() > area.x()
                                && point.x() < area.right()
                                && isAt(point.y(), ribbon.thickness() / 2, area));
    }

    private static boolean isAt(double y, double half, Area area) {
        return y + half > area.y() && y - half < area.bottom();
    }

    /** The curve that {@link Paths} draws: cubic, with both handles half way. */
    private static Point onCurve(Point from, Point to, double t) {
        double x = 1.5 * t * (1 - t) + t * t * t;
        double y = t * t * (3 - 2 * t);
        return new Point(from.x() + (to.x() - from.x()) * x, from.y() + (to.y() - from.y()) * y);
    }

    private void require(boolean holds, String fault, Shape shape) {
        if (!holds && faults.size() < 20) {
            faults.add(words(shape) + " " + fault);
        }
    }

    private static String words(Shape shape) {
        String what = shape instanceof Text text ? "'" + text.words() + "'" : firstText(shape);
        return shape.getClass().getSimpleName() + " " + what + " at " + shape.area();
    }

    private static String firstText(Shape shape) {
        return shape instanceof Box box
                ? box.inside().stream()
                        .filter(Text.class::isInstance)
                        .map(text -> "'" + ((Text) text).words() + "'")
                        .findFirst()
                        .orElse("")
                : "";
    }
}
