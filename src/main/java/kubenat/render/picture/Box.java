package kubenat.render.picture;

import java.util.List;

/**
 * A rectangle with what lies in it.
 *
 * @param hint what a pointer that rests on it shows, and what screen readers say; empty for nothing
 */
public record Box(Area area, Corners corners, Paint paint, String hint, List<Shape> inside) implements Shape {

    /** How a box's corners are rounded, in points. */
    public record Corners(double radius, boolean topOnly) {
        public static final Corners SHARP = new Corners(0, false);

        public static Corners of(double radius) {
            return new Corners(radius, false);
        }
    }

    public Box {
        inside = List.copyOf(inside);
    }

    /** Room for text and nothing to be seen. */
    public static Box clear(Area area, List<Shape> inside) {
        return new Box(area, Corners.SHARP, Paint.CLEAR, "", inside);
    }

    @Override
    public Box moved(double right, double down) {
        return new Box(
                area.moved(right, down),
                corners,
                paint,
                hint,
                inside.stream().map(shape -> shape.moved(right, down)).toList());
    }
}
