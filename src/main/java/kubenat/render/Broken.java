package kubenat.render;

import java.util.ArrayList;
import java.util.List;

/** Text broken at spaces into lines of a width; a word that is longer stays whole, as nobody could copy it otherwise. */
public final class Broken {
    private static final char UNBROKEN = '\u00a0';

    private Broken() {}

    /** At least one line; {@code first} is the room that the first one has. A number and its % stay together. */
    public static List<String> lines(String text, int first, int width) {
        return text.contains(" %")
                ? words(text.replace(" %", UNBROKEN + "%"), first, width).stream()
                        .map(line -> line.replace(UNBROKEN + "%", " %"))
                        .toList()
                : words(text, first, width);
    }

    private static List<String> words(String text, int first, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int room = first;
        int column = 0;
        for (String word : text.split(" ", -1)) {
            int length = DisplayWidth.of(word);
            if (column > 0 && column + 1 + length > room) {
                lines.add(line.toString());
                line.setLength(0);
                room = width;
                column = 0;
            }
            line.append(column > 0 ? " " : "").append(word);
            column += length + (column > 0 ? 1 : 0);
        }
        lines.add(line.toString());
        return lines;
    }
}
