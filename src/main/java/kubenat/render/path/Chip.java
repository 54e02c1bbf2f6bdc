package kubenat.render.path;

import java.util.List;
import kubenat.render.picture.Area;
import kubenat.render.picture.Box;
import kubenat.render.picture.Face;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Text;

/** Small round boxes with a few words in them. */
final class Chip {
    private Chip() {}

    /** Such as {@code rule 7 of 7}; its upper left corner at 0, 0. */
    static Box of(String words) {
        return round(Face.CHIP, Paint.CHIP, Paint.CHIP_TEXT, words, 9, 18);
    }

    /** A percentage on a ribbon. */
    static Box percent(String words, boolean small) {
        return small
                ? round(Face.CHIP, Paint.PILL, Paint.PILL_TEXT, words, 8, 18)
                : round(Face.PERCENT, Paint.PILL, Paint.PILL_TEXT, words, 11, 24);
    }

    private static Box round(Face face, Paint paint, Paint ink, String words, double side, double height) {
        double width = face.width(words) + 2 * side;
        Text text = Text.centred(width / 2, height / 2 + face.size() * 0.36, face, ink, words);
        return new Box(new Area(0, 0, width, height), Box.Corners.of(height / 2), paint, "", List.of(text));
    }
}
