package kubenat.render.raster;

/** Where points of a part of a glyph go: a matrix and a move, as a composite glyph has them. */
record Placement(double xx, double xy, double yx, double yy, double right, double up) {
    static final Placement PLAIN = new Placement(1, 0, 0, 1, 0, 0);

    double x(double x, double y) {
        return x * xx + y * yx + right;
    }

    double y(double x, double y) {
        return x * xy + y * yy + up;
    }

    /** This placement of a part that has a placement of its own. */
    Placement of(Placement part) {
        return new Placement(
                x(part.xx, part.xy) - right,
                y(part.xx, part.xy) - up,
                x(part.yx, part.yy) - right,
                y(part.yx, part.yy) - up,
                x(part.right, part.up),
                y(part.right, part.up));
    }
}
