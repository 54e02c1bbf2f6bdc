package kubenat.render.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws contours; a curve becomes as many straight pieces as it takes for nobody to see them. */
final class Pen {
    /** How far a straight piece may be from its curve, in pixels. */
    private static final double TOLERANCE = 0.04;

    /** Where the control points of a cubic curve lie that is nearest to a quarter of a circle, in radiuses. */
    private static final double QUARTER = 0.5523;

    private final double left;
    private final double top;
    private final double scaleX;
    private final double scaleY;
    private final List<Contour> contours = new ArrayList<>();
    private double[] points = new double[64];
    private int length;
    private double x;
    private double y;

    /** What is drawn is scaled, then moved. */
    Pen(double left, double top, double scaleX, double scaleY) {
        this.left = left;
        this.top = top;
        this.scaleX = scaleX;
        this.scaleY = scaleY;
    }

    Pen(double scale) {
        this(0, 0, scale, scale);
    }

    Pen moveTo(double toX, double toY) {
        finish(false);
        return lineTo(toX, toY);
    }

    Pen lineTo(double toX, double toY) {
        x = toX;
        y = toY;
        if (length == points.length) {
            points = Arrays.copyOf(points, 2 * length);
        }
        points[length++] = left + x * scaleX;
        points[length++] = top + y * scaleY;
        return this;
    }

    Pen lineBy(double right, double down) {
        return lineTo(x + right, y + down);
    }

    Pen across(double toX) {
        return lineTo(toX, y);
    }

    Pen down(double toY) {
        return lineTo(x, toY);
    }

    Pen quadTo(double controlX, double controlY, double toX, double toY) {
        double fromX = x;
        double fromY = y;
        double bend = distance(fromX - 2 * controlX + toX, fromY - 2 * controlY + toY);
        int pieces = pieces(bend / 4);
        for (int i = 1; i <= pieces; i++) {
            double t = (double) i / pieces;
            double s = 1 - t;
            lineTo(
                    s * s * fromX + 2 * s * t * controlX + t * t * toX,
                    s * s * fromY + 2 * s * t * controlY + t * t * toY);
        }
        return this;
    }

    Pen cubicTo(double x1, double y1, double x2, double y2, double toX, double toY) {
        double fromX = x;
        double fromY = y;
        double bend = Math.max(
                distance(fromX - 2 * x1 + x2, fromY - 2 * y1 + y2), distance(x1 - 2 * x2 + toX, y1 - 2 * y2 + toY));
        int pieces = pieces(bend * 0.75);
        for (int i = 1; i <= pieces; i++) {
            double t = (double) i / pieces;
            double s = 1 - t;
            double first = 3 * s * s * t;
            double second = 3 * s * t * t;
            lineTo(
                    s * s * s * fromX + first * x1 + second * x2 + t * t * t * toX,
                    s * s * s * fromY + first * y1 + second * y2 + t * t * t * toY);
        }
        return this;
    }

    /** A quarter of a circle, clockwise, to a point as far aside as it is up or down. */
    Pen quarterBy(double right, double down) {
        double outX = QUARTER * (right + down) / 2;
        double outY = QUARTER * (down - right) / 2;
        double inX = QUARTER * (right - down) / 2;
        double inY = QUARTER * (right + down) / 2;
        return cubicTo(x + outX, y + outY, x + right - inX, y + down - inY, x + right, y + down);
    }

    Pen close() {
        finish(true);
        return this;
    }

    private void finish(boolean closed) {
        if (length > 2) {
            contours.add(new Contour(Arrays.copyOf(points, length), closed));
        }
        length = 0;
    }

    List<Contour> contours() {
        finish(false);
        return List.copyOf(contours);
    }

    private double distance(double right, double down) {
        return Math.hypot(right * scaleX, down * scaleY);
    }

    private static int pieces(double error) {
        return (int) Math.max(1, Math.ceil(Math.sqrt(error / TOLERANCE)));
    }
}
