package kubenat.render.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines of some thickness, as the contours around them: corners are pointed, ends are cut off straight. */
final class Stroke {
    /** Where a line turns back on itself a point would be endless: its length at most, in half thicknesses. */
    private static final double MOST_POINTED = 4;

    private final double half;
    private final List<Contour> around = new ArrayList<>();

    private Stroke(double thickness) {
        this.half = thickness / 2;
    }

    static List<Contour> along(List<Contour> lines, double thickness) {
        Stroke stroke = new Stroke(thickness);
        lines.forEach(stroke::around);
        return stroke.around;
    }

    private void around(Contour line) {
        Contour clean = withoutRepeats(line);
        if (clean.size() < 2) {
            return;
        }
        double[] one = side(clean, half, false);
        double[] other = side(clean, -half, true);
        if (clean.closed()) {
            around.add(new Contour(one, true));
            around.add(new Contour(other, true));
        } else {
            double[] both = Arrays.copyOf(one, one.length + other.length);
            System.arraycopy(other, 0, both, one.length, other.length);
            around.add(new Contour(both, true));
        }
    }

    /** The points of one side, in the line's direction or against it. */
    private static double[] side(Contour line, double far, boolean backwards) {
        int size = line.size();
        double[] points = new double[2 * size];
        for (int i = 0; i < size; i++) {
            int before = i > 0 ? i - 1 : line.closed() ? size - 1 : i;
            int after = i < size - 1 ? i + 1 : line.closed() ? 0 : i;
            double[] corner = corner(line, before, i, after);
            int at = backwards ? size - 1 - i : i;
            points[2 * at] = line.x(i) + far * corner[0];
            points[2 * at + 1] = line.y(i) + far * corner[1];
        }
        return points;
    }

    /** Where a side's corner lies, seen from the line's, if the side is one pixel away. */
    private static double[] corner(Contour line, int before, int at, int after) {
        double[] in = before == at ? normal(line, at, after) : normal(line, before, at);
        double[] out = after == at ? in : normal(line, at, after);
        double x = in[0] + out[0];
        double y = in[1] + out[1];
        double stretch = Math.min(1 / Math.max(1e-9, 1 + in[0] * out[0] + in[1] * out[1]), MOST_POINTED / 2);
        return new double[] {x * stretch, y * stretch};
    }

    private static double[] normal(Contour line, int from, int to) {
        double x = line.x(to) - line.x(from);
        double y = line.y(to) - line.y(from);
        double length = Math.hypot(x, y);
        return new double[] {-y / length, x / length};
    }

    private static Contour withoutRepeats(Contour line) {
        double[] points = new double[2 * line.size()];
        int length = 0;
        for (int i = 0; i < line.size(); i++) {
            if (length == 0 || isApart(line, i, points[length - 2], points[length - 1])) {
                points[length++] = line.x(i);
                points[length++] = line.y(i);
            }
        }
        if (line.closed() && length > 2 && !isApart(line, 0, points[length - 2], points[length - 1])) {
            length -= 2;
        }
        return new Contour(Arrays.copyOf(points, length), line.closed());
    }

    private static boolean isApart(Contour line, int index, double x, double y) {
        return Math.abs(line.x(index) - x) + Math.abs(line.y(index) - y) > 1e-6;
    }
}
