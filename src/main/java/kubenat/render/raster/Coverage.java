package kubenat.render.raster;

import java.util.Arrays;
import java.util.List;

/**
 * How much of each pixel contours cover, on some rows of a picture. Each line adds to the pixels that it passes what changes there
 * from the left to the right of it, so that sums along a row are the parts covered: exact for areas that do not overlap themselves.
 */
final class Coverage {
    /** Steps from nothing to all of a pixel: enough for smooth edges, and few enough for files to pack well. */
    private static final int LEVELS = 32;

    private final int width;
    private final int rows;
    private final float[] changes;
    private int first;
    private int last;
    private int left;
    private int right;

    Coverage(int width, int rows) {
        this.width = width;
        this.rows = rows;
        this.changes = new float[(width + 2) * rows];
        forget();
    }

    private void forget() {
        first = rows;
        last = -1;
        left = width;
        right = 0;
    }

    /** Adds what the contours enclose; {@code top} is the number of the first of the rows. */
    void add(List<Contour> contours, int top) {
        for (Contour contour : contours) {
            int size = contour.size();
            for (int i = 0; i < size; i++) {
                int next = i + 1 < size ? i + 1 : 0;
                line(contour.x(i), contour.y(i) - top, contour.x(next), contour.y(next) - top);
            }
        }
    }

    private void line(double x0, double y0, double x1, double y1) {
        if (y0 <= y1) {
            down(x0, y0, x1, y1, 1);
        } else {
            down(x1, y1, x0, y0, -1);
        }
    }

    private void down(double x0, double y0, double x1, double y1, int sign) {
        if (y1 <= 0 || y0 >= rows || y0 == y1) {
            return;
        }
        double slope = (x1 - x0) / (y1 - y0);
        int end = (int) Math.min(rows, Math.ceil(y1));
        double y = Math.max(0, y0);
        first = Math.min(first, (int) y);
        last = Math.max(last, end - 1);
        double x = x0 + (y - y0) * slope;
        for (int row = (int) y; row < end; row++) {
            double to = Math.min(row + 1, y1);
            double next = x + (to - y) * slope;
            row(row, clamped(Math.min(x, next)), clamped(Math.max(x, next)), sign * (to - y));
            x = next;
            y = to;
        }
    }

    private double clamped(double x) {
        return Math.max(0, Math.min(width, x));
    }

    /** A piece of a line on one row, between two places, of some height. */
    private void row(int row, double from, double to, double height) {
        int at = row * (width + 2);
        int pixel = (int) from;
        int end = (int) Math.ceil(to);
        left = Math.min(left, pixel);
        right = Math.max(right, end + 1);
        if (end <= pixel + 1) {
            double middle = (from + to) / 2 - pixel;
            changes[at + pixel] += (float) (height * (1 - middle));
            changes[at + pixel + 1] += (float) (height * middle);
            return;
        }
        double perPixel = height / (to - from);
        double done = 0;
        for (int i = pixel; i < end; i++) {
            double part = Math.min(i + 1, to) - Math.max(i, from);
            double middle = (Math.min(i + 1, to) + Math.max(i, from)) / 2 - i;
            changes[at + i] += (float) (part * perPixel * (1 - middle) + done);
            done = part * perPixel * middle;
        }
        changes[at + end] += (float) done;
    }

    /** Paints what is covered, and begins anew. */
    void paint(int colour, int[] pixels) {
        for (int row = first; row <= last; row++) {
            int from = row * (width + 2);
            float sum = 0;
            for (int x = left; x < Math.min(width, right + 1); x++) {
                float change = changes[from + x];
                sum += change;
                int part = Math.round(Math.min(1, Math.abs(sum)) * LEVELS);
                if (part > 0) {
                    int pixel = row * width + x;
                    pixels[pixel] = part == LEVELS ? colour : mixed(pixels[pixel], colour, part);
                }
            }
            Arrays.fill(changes, from + left, from + Math.min(width, right) + 2, 0);
        }
        forget();
    }

    private static int mixed(int below, int above, int part) {
        return channel(below, above, part, 16) | channel(below, above, part, 8) | channel(below, above, part, 0);
    }

    private static int channel(int below, int above, int part, int shift) {
        int from = below >> shift & 0xff;
        int to = above >> shift & 0xff;
        return from + (to - from) * part / LEVELS << shift;
    }
}
