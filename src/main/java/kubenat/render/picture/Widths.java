package kubenat.render.picture;

/** How wide characters are, in thousandths of an em. */
final class Widths {
    /** The widest advance of the common monospace faces (DejaVu Sans Mono, Menlo). */
    static final int MONO = 602;

    private static final int WIDE = 1250;
    private static final int OTHER = 1050;

    /** Advances of DejaVu Sans 2.37, in hundredths of an em, from the space to the tilde. */
    private static final int[] REGULAR = {
        32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34,
        84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69, 99,
        69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53,
        40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84
    };

    /** The same of DejaVu Sans Bold. */
    private static final int[] BOLD = {
        35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40,
        84, 84, 84, 59, 100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 38, 78, 64, 100, 84, 86, 74, 86, 78, 73, 69, 82, 78,
        111, 78, 73, 73, 46, 37, 46, 84, 50, 50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72,
        50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84
    };

    private Widths() {}

    static int mono(int codePoint) {
        return isWide(codePoint) ? WIDE : MONO;
    }

    static int sans(int codePoint, boolean bold) {
        int[] known = bold ? BOLD : REGULAR;
        int index = codePoint - ' ';
        if (index >= 0 && index < known.length) {
            return known[index] * 10;
        }
        if (codePoint == '·' || codePoint == '’') {
            return 380;
        }
        return isWide(codePoint) ? WIDE : OTHER;
    }

    /** Letters of two columns, pictures, and all else beyond what the monospace faces have (Unicode 15, East Asian Width). */
    private static boolean isWide(int codePoint) {
        return codePoint >= 0x1100 && codePoint <= 0x115f
                || codePoint >= 0x2e80 && codePoint <= 0xd7a3
                || codePoint >= 0xf900
                || codePoint >= 0x10000;
    }
}
