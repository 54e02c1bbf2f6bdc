package kubenat.render.dot;

import java.util.List;
import java.util.stream.Collectors;

/** Text as DOT takes it: in quotes, and shown letter by letter as it is (Graphviz 2.43, lib/cgraph and lib/common/labels.c). */
final class Quoted {
    private static final int MOST = 120;

    private Quoted() {}

    /** A label of several lines, all aligned to the left. */
    static String label(List<String> lines) {
        return "\""
                + lines.stream().map(line -> escaped(shortened(line)) + "\\l").collect(Collectors.joining()) + "\"";
    }

    /** One line of text. */
    static String text(String text) {
        return "\"" + escaped(text) + "\"";
    }

    private static String shortened(String line) {
        return line.codePointCount(0, line.length()) <= MOST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST - 1)) + "…";
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    /** Backslashes begin escapes, ampersands entities; control characters are in no SVG. */
    private static void append(StringBuilder out, int codePoint) {
        switch (codePoint) {
            case '\\' -> out.append("\\\\");
            case '"' -> out.append("\\\"");
            case '&' -> out.append("&amp;");
            case '\n' -> out.append("\\n");
            default -> out.appendCodePoint(isSound(codePoint) ? codePoint : 0xfffd);
        }
    }

    private static boolean isSound(int c) {
        boolean plain = c >= 0x20 && c < 0x7f || c >= 0xa0 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd;
        return plain || c >= 0x10000;
    }
}
