package kubenat.render.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.render.Broken;
import kubenat.render.Theme;
import kubenat.render.Theme.Role;

/** Sentences under a word that says what they are, broken at spaces. */
final class Notes {
    private static final int WIDTH = 104;
    private static final int LABEL = 11;

    /** As narrow as sentences get. */
    private static final int LEAST = 24;

    /** Notes of one kind that are shown. */
    private static final int MOST = 8;

    private final boolean wide;
    private final Map<String, String> notes = new LinkedHashMap<>();

    /** {@code wide} leaves none out. */
    Notes(boolean wide) {
        this.wide = wide;
    }

    /** {@code label} stands before the first of several notes of its kind only. */
    void add(String label, String text) {
        notes.merge(text, label, (first, second) -> first);
    }

    void print(Theme theme, StringBuilder out) {
        Map<String, List<String>> byLabel = new LinkedHashMap<>();
        notes.forEach((text, label) ->
                byLabel.computeIfAbsent(label, none -> new ArrayList<>()).add(text));
        byLabel.forEach((label, texts) -> print(label, texts, theme, out));
    }

    private void print(String label, List<String> texts, Theme theme, StringBuilder out) {
        int shown = wide || texts.size() <= MOST + 1 ? texts.size() : MOST;
        for (int i = 0; i < shown; i++) {
            print(i == 0 ? label : "", theme.plain(texts.get(i)), theme, out);
        }
        if (shown < texts.size()) {
            print("", "and %,d more like these (all: -o wide)".formatted(texts.size() - shown), theme, out);
        }
    }

    private static void print(String label, String text, Theme theme, StringBuilder out) {
        out.append("  ").append(theme.paint(Role.STRONG, label));
        out.append(" ".repeat(Math.max(1, LABEL - label.length())));
        int room = Math.max(LEAST, Math.min(WIDTH, theme.width() - 2) - LABEL);
        out.append(String.join("\n" + " ".repeat(LABEL + 2), Broken.lines(text, room, room)))
                .append('\n');
    }
}
