package kubenat.render.picture;

import java.util.List;

/** The {@code d} of SVG paths. */
public final class Paths {
    private static final double BEND = 10;
    private static final double ARROW_LENGTH = 12;
    private static final double ARROW_HALF = 6.5;

    private Paths() {}

    /** A rectangle that is rounded at its upper corners only. */
    public static String head(Area area, double radius) {
        return "M" + Coordinate.of(area.x()) + " " + Coordinate.of(area.bottom()) + "V"
                + Coordinate.of(area.y() + radius) + arc(radius, radius, -radius) + "H"
                + Coordinate.of(area.right() - radius) + arc(radius, radius, radius) + "V"
                + Coordinate.of(area.bottom()) + "z";
    }

    private static String arc(double radius, double right, double down) {
        String r = Coordinate.of(radius);
        return "a" + r + " " + r + " 0 0 1 " + Coordinate.of(right) + " " + Coordinate.of(down);
    }

    public static String ribbon(Ribbon ribbon) {
        Point bend = ribbon.to().moved(-ribbon.flat(), 0);
        double half = ribbon.thickness() / 2;
        return side(ribbon, -half) + "V" + Coordinate.of(ribbon.to().y() + half) + "H" + Coordinate.of(bend.x())
                + swing(bend.moved(0, half), ribbon.from().moved(0, half)) + "z";
    }

    /** Both long sides of a ribbon. */
    public static String edges(Ribbon ribbon) {
        return side(ribbon, -ribbon.thickness() / 2) + side(ribbon, ribbon.thickness() / 2);
    }

    private static String side(Ribbon ribbon, double down) {
        Point from = ribbon.from().moved(0, down);
        Point bend = ribbon.to().moved(-ribbon.flat(), down);
        return "M" + Coordinate.of(from) + swing(from, bend) + "H"
                + Coordinate.of(ribbon.to().x());
    }

    /** The point of a swing at that part of its curve, 0 to 1: both handles are half way and level with their ends. */
    static Point onSwing(Point from, Point to, double t) {
        double right = 1.5 * t * (1 - t) + t * t * t;
        double down = t * t * (3 - 2 * t);
        return new Point(from.x() + (to.x() - from.x()) * right, from.y() + (to.y() - from.y()) * down);
    }

    private static String swing(Point from, Point to) {
        double reach = (to.x() - from.x()) * 0.5;
        return "C" + Coordinate.of(from.moved(reach, 0)) + " " + Coordinate.of(to.moved(-reach, 0)) + " "
                + Coordinate.of(to);
    }

    public static String wire(Wire wire) {
        List<Point> points = wire.points();
        Point end = wire.arrow() == Paint.CLEAR ? wire.end() : beforeArrow(wire);
        Point start = points.get(0);
        if (wire.bend() == Wire.Bend.SWING) {
            return swings(points.subList(0, points.size() - 1), end);
        }
        StringBuilder path = new StringBuilder("M" + Coordinate.of(start));
        for (int i = 1; i < points.size() - 1; i++) {
            Point bend = points.get(i);
            path.append("L")
                    .append(Coordinate.of(towards(bend, points.get(i - 1))))
                    .append("Q")
                    .append(Coordinate.of(bend))
                    .append(" ")
                    .append(Coordinate.of(towards(bend, points.get(i + 1))));
        }
        return path.append("L").append(Coordinate.of(end)).toString();
    }

    private static String swings(List<Point> points, Point end) {
        StringBuilder path = new StringBuilder("M" + Coordinate.of(points.get(0)));
        for (int i = 0; i < points.size(); i++) {
            Point from = points.get(i);
            Point to = i + 1 < points.size() ? points.get(i + 1) : end;
            path.append(from.y() == to.y() ? "H" + Coordinate.of(to.x()) : swing(from, to));
        }
        return path.toString();
    }

    private static Point beforeArrow(Wire wire) {
        Point direction = direction(wire);
        return wire.end().moved(-direction.x() * (ARROW_LENGTH - 2), -direction.y() * (ARROW_LENGTH - 2));
    }

    /** The place on the way from a bend to the next point where the bend begins. */
    private static Point towards(Point bend, Point next) {
        double length = Math.hypot(next.x() - bend.x(), next.y() - bend.y());
        double part = length == 0 ? 0 : Math.min(BEND, length / 2) / length;
        return bend.moved((next.x() - bend.x()) * part, (next.y() - bend.y()) * part);
    }

    /** The head of a wire's arrow; its tip is the wire's end. */
    public static String arrow(Wire wire) {
        return arrow(wire.end(), direction(wire), ARROW_HALF);
    }

    /** The head at the end of a ribbon. */
    public static String arrow(Ribbon ribbon) {
        Point tip = ribbon.to().moved(ARROW_LENGTH, 0);
        return arrow(tip, new Point(1, 0), Math.min(ribbon.thickness() / 2 + 4, 18));
    }

    private static String arrow(Point tip, Point direction, double half) {
        Point back = tip.moved(-direction.x() * ARROW_LENGTH, -direction.y() * ARROW_LENGTH);
        Point one = back.moved(-direction.y() * half, direction.x() * half);
        Point other = back.moved(direction.y() * half, -direction.x() * half);
        return "M" + Coordinate.of(one) + "L" + Coordinate.of(tip) + "L" + Coordinate.of(other) + "z";
    }

    private static Point direction(Wire wire) {
        if (wire.bend() == Wire.Bend.SWING) {
            return new Point(1, 0);
        }
        Point before = wire.points().get(wire.points().size() - 2);
        double length = Math.hypot(wire.end().x() - before.x(), wire.end().y() - before.y());
        return new Point((wire.end().x() - before.x()) / length, (wire.end().y() - before.y()) / length);
    }
}
