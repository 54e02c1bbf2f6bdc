package kubenat.render.diagram;

import java.util.List;
import java.util.stream.Collectors;
import kubenat.render.Sound;

/** Text as DOT takes it: in quotes, and shown letter by letter as it is (Graphviz 2.43, lib/cgraph and lib/common/labels.c). */
final class Quoted {
    private Quoted() {}

    /** A label of several lines, all aligned to the left. */
    static String label(List<String> lines) {
        return "\""
                + lines.stream()
                        .map(line -> escaped(Shortened.line(line)) + "\\l")
                        .collect(Collectors.joining()) + "\"";
    }

    /** One line of text. */
    static String text(String text) {
        return "\"" + escaped(text) + "\"";
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
            default -> out.appendCodePoint(Sound.character(codePoint));
        }
    }
}
