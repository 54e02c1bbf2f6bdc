package kubenat.render.raster;

import java.util.HashMap;
import java.util.Map;
import kubenat.render.picture.Face;

/** The fonts in the jar: those whose widths our texts are measured by. */
final class Fonts {
    private final Map<String, Typeface> loaded = new HashMap<>();

    /** The glyph that shows a character; one of the proportional font where the other one lacks it. */
    Glyph glyph(Face face, int codePoint) {
        Glyph glyph = typeface(face.mono(), face.bold()).glyph(codePoint);
        if (glyph.isKnown() || !face.mono()) {
            return glyph;
        }
        Glyph other = typeface(false, face.bold()).glyph(codePoint);
        return other.isKnown() ? other : glyph;
    }

    private Typeface typeface(boolean mono, boolean bold) {
        String name = "DejaVuSans" + (mono ? "Mono" : "") + (bold ? "-Bold" : "") + ".ttf";
        return loaded.computeIfAbsent(name, Typeface::bundled);
    }
}
