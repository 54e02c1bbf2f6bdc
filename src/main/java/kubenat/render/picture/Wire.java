package kubenat.render.picture;

import java.util.List;

/**
 * A line with round bends, with or without an arrow at its end.
 *
 * @param points each but the first and the last is a bend
 * @param arrow the paint of the arrow's head; CLEAR for none
 */
public record Wire(List<Point> points, Bend bend, boolean dashed, Paint paint, Paint arrow, String hint)
        implements Shape {

    /** How a wire goes from point to point. */
    public enum Bend {
        /** Straight, with round corners. */
        CORNERS,
        /** From left to right, in swings where the height changes. */
        SWING
    }

    public Wire {
        points = List.copyOf(points);
    }

    public Point end() {
        return points.get(points.size() - 1);
    }

    @Override
    public Area area() {
        return Area.around(points);
    }

    @Override
    public Wire moved(double right, double down) {
        return new Wire(
                points.stream().map(point -> point.moved(right, down)).toList(), bend, dashed, paint, arrow, hint);
    }
}
