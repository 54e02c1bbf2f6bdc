package kubenat.render.raster;

import java.nio.ByteBuffer;

/** The outline of one glyph: curves of its own, or other glyphs put together (OpenType 1.9, table {@code glyf}). */
final class GlyphOutline {
    private static final int ON_CURVE = 1;
    private static final int SHORT_X = 2;
    private static final int SHORT_Y = 4;
    private static final int REPEATED = 8;
    private static final int SAME_X = 16;
    private static final int SAME_Y = 32;

    private static final int WORDS = 1;
    private static final int ARE_XY = 2;
    private static final int ONE_SCALE = 8;
    private static final int MORE = 32;
    private static final int TWO_SCALES = 64;
    private static final int MATRIX = 128;

    private final Typeface typeface;
    private final ByteBuffer file;
    private final int start;
    private int at;

    GlyphOutline(Typeface typeface, ByteBuffer file, int start) {
        this.typeface = typeface;
        this.file = file;
        this.start = start;
    }

    void draw(Placement placement, Pen pen) {
        int contours = file.getShort(start);
        at = start + 10;
        if (contours >= 0) {
            curves(contours, placement, pen);
        } else {
            parts(placement, pen);
        }
    }

    private void parts(Placement placement, Pen pen) {
        int flags;
        do {
            flags = word();
            int glyph = word() & 0xffff;
            boolean words = (flags & WORDS) != 0;
            int right = words ? word() : file.get(at++);
            int up = words ? word() : file.get(at++);
            if ((flags & ARE_XY) == 0) {
                throw new IllegalStateException(
                        "a glyph's parts are put together by points, which no font of ours does");
            }
            double[] matrix = matrix(flags);
            Placement part = new Placement(matrix[0], matrix[1], matrix[2], matrix[3], right, up);
            typeface.draw(glyph, placement.of(part), pen);
        } while ((flags & MORE) != 0);
    }

    private double[] matrix(int flags) {
        if ((flags & ONE_SCALE) != 0) {
            double scale = fraction();
            return new double[] {scale, 0, 0, scale};
        }
        if ((flags & TWO_SCALES) != 0) {
            return new double[] {fraction(), 0, 0, fraction()};
        }
        return (flags & MATRIX) != 0
                ? new double[] {fraction(), fraction(), fraction(), fraction()}
                : new double[] {1, 0, 0, 1};
    }

    private double fraction() {
        return word() / 16384.0;
    }

    private int word() {
        at += 2;
        return file.getShort(at - 2);
    }

    private void curves(int contours, Placement placement, Pen pen) {
        int[] ends = new int[contours];
        for (int i = 0; i < contours; i++) {
            ends[i] = word() & 0xffff;
        }
        int instructions = word() & 0xffff;
        at += instructions;
        int size = contours == 0 ? 0 : ends[contours - 1] + 1;
        int[] flags = flags(size);
        int[] x = coordinates(flags, SHORT_X, SAME_X);
        int[] y = coordinates(flags, SHORT_Y, SAME_Y);
        int from = 0;
        for (int end : ends) {
            GlyphContour contour = new GlyphContour(pen);
            for (int i = from; i <= end; i++) {
                contour.add(placement.x(x[i], y[i]), placement.y(x[i], y[i]), (flags[i] & ON_CURVE) != 0);
            }
            contour.draw();
            from = end + 1;
        }
    }

    private int[] flags(int size) {
        int[] flags = new int[size];
        for (int i = 0; i < size; i++) {
            flags[i] = file.get(at++);
            if ((flags[i] & REPEATED) != 0) {
                for (int times = file.get(at++) & 0xff; times > 0; times--) {
                    flags[i + 1] = flags[i];
                    i++;
                }
            }
        }
        return flags;
    }

    private int[] coordinates(int[] flags, int isShort, int isSame) {
        int[] places = new int[flags.length];
        int place = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean same = (flags[i] & isSame) != 0;
            if ((flags[i] & isShort) != 0) {
                int far = file.get(at++) & 0xff;
                place += same ? far : -far;
            } else if (!same) {
                place += word();
            }
            places[i] = place;
        }
        return places;
    }
}
