package kubenat.render.picture;

import java.util.Collection;

/** A rectangle of a picture, in points; y grows downwards. */
public record Area(double x, double y, double width, double height) {
    /** Rounding of sums of sizes is not an overlap. */
    private static final double TOLERANCE = 0.01;

    /** The smallest rectangle that holds all of these points. */
    public static Area around(Collection<Point> points) {
        double left = points.stream().mapToDouble(Point::x).min().orElse(0);
        double top = points.stream().mapToDouble(Point::y).min().orElse(0);
        double right = points.stream().mapToDouble(Point::x).max().orElse(0);
        double bottom = points.stream().mapToDouble(Point::y).max().orElse(0);
        return new Area(left, top, right - left, bottom - top);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double middleX() {
        return x + width / 2;
    }

    public double middleY() {
        return y + height / 2;
    }

    public Area moved(double right, double down) {
        return new Area(x + right, y + down, width, height);
    }

    public boolean contains(Area other) {
        return other.x >= x - TOLERANCE
                && other.y >= y - TOLERANCE
                && other.right() <= right() + TOLERANCE
                && other.bottom() <= bottom() + TOLERANCE;
    }

    public boolean overlaps(Area other) {
        return other.x < right() - TOLERANCE
                && x < other.right() - TOLERANCE
                && other.y < bottom() - TOLERANCE
                && y < other.bottom() - TOLERANCE;
    }
}
