package kubenat.render;

/** Characters that only show: none that moves the cursor, sets colours or turns the direction of what follows, and none that XML refuses. */
public final class Sound {
    private static final char REPLACEMENT = '\ufffd';

    private Sound() {}

    /** The character itself, or U+FFFD in its place. */
    public static int character(int c) {
        return shows(c) ? c : REPLACEMENT;
    }

    private static boolean shows(int c) {
        boolean isDirection = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
        boolean isPlain = c >= 0x20 && c < 0x7f || c >= 0xa0 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd;
        return isPlain && !isDirection || c >= 0x10000;
    }
}
