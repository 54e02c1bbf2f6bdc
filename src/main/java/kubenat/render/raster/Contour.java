package kubenat.render.raster;

/** A line of straight pieces, in pixels. */
final class Contour {
    private final double[] points;
    private final boolean closed;

    /** Of x and y in turn; {@code closed} says whether the end is joined to the beginning. */
    Contour(double[] points, boolean closed) {
        this.points = points;
        this.closed = closed;
    }

    boolean closed() {
        return closed;
    }

    int size() {
        return points.length / 2;
    }

    double x(int index) {
        return points[2 * index];
    }

    double y(int index) {
        return points[2 * index + 1];
    }
}
