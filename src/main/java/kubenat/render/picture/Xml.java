package kubenat.render.picture;

/** Text as XML 1.0 can hold it. */
public final class Xml {
    private static final int REPLACEMENT = 0xfffd;

    private Xml() {}

    /** The text for the inside of an element or an attribute; what XML cannot hold, or what turns text around, becomes U+FFFD. */
    public static String escaped(String text) {
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, plain);
        for (int i = plain; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            append(out, text.codePointAt(i));
        }
        return out.toString();
    }

    /** Whether a character stands for itself, as nearly all of a picture do. */
    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7f && c != '&' && c != '<' && c != '>' && c != '"';
    }

    /** The same without escapes: the characters that are shown. */
    public static String sound(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(isSound(c) ? c : REPLACEMENT));
        return out.toString();
    }

    private static void append(StringBuilder out, int codePoint) {
        switch (codePoint) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            default -> out.appendCodePoint(isSound(codePoint) ? codePoint : REPLACEMENT);
        }
    }

    /** Char of XML 1.0, without control characters and the bidirectional controls of Unicode. */
    private static boolean isSound(int c) {
        boolean bidirectional = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
        boolean character =
                c == '\n' || c >= 0x20 && c < 0x7f || c >= 0xa0 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd;
        return (character || c >= 0x10000) && !bidirectional;
    }
}
