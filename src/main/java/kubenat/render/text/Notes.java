package kubenat.render.text;

import java.util.LinkedHashMap;
import java.util.Map;
import kubenat.render.DisplayWidth;
import kubenat.render.Theme;
import kubenat.render.Theme.Role;

/** Sentences under a word that says what they are, broken at spaces. */
final class Notes {
    private static final int WIDTH = 104;
    private static final int LABEL = 11;

    private final Map<String, String> notes = new LinkedHashMap<>();

    /** {@code label} stands before the first of several notes of its kind only. */
    void add(String label, String text) {
        notes.merge(text, label, (first, second) -> first);
    }

    void print(Theme theme, StringBuilder out) {
        String before = "";
        for (Map.Entry<String, String> note : notes.entrySet()) {
            String label = note.getValue().equals(before) ? "" : note.getValue();
            before = note.getValue();
            print(label, theme.plain(note.getKey()), theme, out);
        }
    }

    private static void print(String label, String text, Theme theme, StringBuilder out) {
        out.append("  ").append(theme.paint(Role.STRONG, label));
        out.append(" ".repeat(Math.max(1, LABEL - label.length())));
        int column = 0;
        for (String word : text.split(" ", -1)) {
            int width = DisplayWidth.of(word);
            if (column > 0 && column + 1 + width > WIDTH - LABEL) {
                out.append('\n').append(" ".repeat(LABEL + 2));
                column = 0;
            }
            out.append(column > 0 ? " " : "").append(word);
            column += width + (column > 0 ? 1 : 0);
        }
        out.append('\n');
    }
}
