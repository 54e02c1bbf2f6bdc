package kubenat.source;

/**
 * Bytes that are no UTF-8, within text that is written as UTF-8: each stands as a lone low surrogate, which no text has, and
 * becomes that byte again when it is written.
 */
public final class RawBytes {
    private static final char FIRST = '\uDC80';
    private static final char LAST = '\uDCFF';

    private RawBytes() {}

    /** Text that was read as ISO-8859-1, so that it is written as the bytes that it was read from. */
    public static String keep(String latin) {
        StringBuilder kept = new StringBuilder(latin.length());
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            kept.append(c >= 0x80 && c <= 0xFF ? (char) (FIRST - 0x80 + c) : c);
        }
        return kept.toString();
    }

    /** Whether a character that no high surrogate stands before is such a byte. */
    public static boolean isOne(char c) {
        return c >= FIRST && c <= LAST;
    }

    public static int of(char c) {
        return c - FIRST + 0x80;
    }
}
