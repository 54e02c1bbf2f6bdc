package kubenat.render.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import kubenat.render.picture.Face;
import kubenat.render.picture.Text;
import kubenat.render.picture.Xml;

/** A line of text as contours. It is never wider than it was measured: what would be is made narrower. */
final class TextOutline {
    private final Fonts fonts;
    private final Text text;
    private final double scale;

    TextOutline(Fonts fonts, Text text, double scale) {
        this.fonts = fonts;
        this.text = text;
        this.scale = scale;
    }

    List<Contour> contours() {
        Face face = text.face();
        String words = Xml.sound(text.words());
        double width = width(words);
        double squeeze = Math.min(1, face.width(text.words()) / width);
        double x =
                text.anchor() == Text.Anchor.START ? text.at().x() : text.at().x() - width * squeeze / 2;
        List<Contour> contours = new ArrayList<>();
        for (PrimitiveIterator.OfInt each = words.codePoints().iterator(); each.hasNext(); ) {
            int codePoint = each.nextInt();
            Glyph glyph = fonts.glyph(face, codePoint);
            double perUnit = face.size() * scale / glyph.typeface().unitsPerEm();
            Pen pen = new Pen(snapped(x * scale), Math.round(text.at().y() * scale), perUnit * squeeze, -perUnit);
            glyph.typeface().draw(glyph.number(), Placement.PLAIN, pen);
            contours.addAll(pen.contours());
            x += advance(glyph, codePoint) * squeeze;
        }
        return contours;
    }

    /** To a quarter of a pixel, so that the same letter mostly looks the same. */
    private static double snapped(double x) {
        return Math.round(4 * x) / 4.0;
    }

    private double width(String words) {
        return words.codePoints()
                .mapToDouble(c -> advance(fonts.glyph(text.face(), c), c))
                .sum();
    }

    private double advance(Glyph glyph, int codePoint) {
        Face face = text.face();
        return glyph.advance() * face.size() + face.tracking() * Character.charCount(codePoint);
    }
}
