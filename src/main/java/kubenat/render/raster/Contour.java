package kubenat.render.raster;

/**
 * A line of straight pieces, in pixels.
 *
 * @param points x and y in turn
 * @param closed whether its end is joined to its beginning
 */
record Contour(double[] points, boolean closed) {

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
