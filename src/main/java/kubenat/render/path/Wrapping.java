package kubenat.render.path;

import java.util.ArrayList;
import java.util.List;
import kubenat.render.picture.Face;

/** Breaks text into lines. */
final class Wrapping {
    private Wrapping() {}

    /** Lines no wider than the room; the last of the most that are allowed is cut where text is left. */
    static List<String> lines(Face face, String text, double room, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty() && lines.size() < most - 1 && face.width(rest) > room) {
            int end = breakAt(face, rest, room);
            lines.add(face.cut(rest.substring(0, end).stripTrailing(), room));
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty()) {
            lines.add(face.cut(rest, room));
        }
        return lines;
    }

    /** The last space before which all fits, or as many letters as fit. */
    private static int breakAt(Face face, String text, double room) {
        int fits = Character.charCount(text.codePointAt(0));
        while (fits < text.length() && face.width(text.substring(0, text.offsetByCodePoints(fits, 1))) <= room) {
            fits = text.offsetByCodePoints(fits, 1);
        }
        int space = text.lastIndexOf(' ', fits);
        return space > 0 ? space : fits;
    }
}
