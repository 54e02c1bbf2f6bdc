package kubenat.render.raster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A TrueType font: which glyph shows a character, how wide it is, and its outline (OpenType 1.9; big-endian as ByteBuffer is). */
final class Typeface {
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private final ByteBuffer file;
    private final Map<String, Integer> tables = new HashMap<>();
    private final CharacterMap characters;
    private final Map<Integer, Glyph> glyphs = new HashMap<>();
    private final int unitsPerEm;
    private final boolean longOffsets;
    private final int metrics;

    Typeface(ByteBuffer file) {
        this.file = file;
        for (int i = 0; i < file.getShort(4); i++) {
            byte[] tag = new byte[4];
            file.get(12 + 16 * i, tag);
            tables.put(new String(tag, StandardCharsets.US_ASCII), file.getInt(12 + 16 * i + 8));
        }
        unitsPerEm = file.getShort(table("head") + 18);
        longOffsets = file.getShort(table("head") + 50) != 0;
        metrics = Short.toUnsignedInt(file.getShort(table("hhea") + 34));
        characters = CharacterMap.of(file, table("cmap"));
    }

    /** One of the fonts in the jar, such as {@code DejaVuSans-Bold.ttf}. */
    static Typeface bundled(String name) {
        try (InputStream in = Typeface.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("kube-nat.jar lacks " + FOLDER + name);
            }
            return new Typeface(ByteBuffer.wrap(in.readAllBytes()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int table(String tag) {
        Integer start = tables.get(tag);
        if (start == null) {
            throw new IllegalStateException("the font has no table " + tag);
        }
        return start;
    }

    Glyph glyph(int codePoint) {
        return glyphs.computeIfAbsent(codePoint, c -> {
            int number = characters.glyph(c);
            int advance = file.getShort(table("hmtx") + 4 * Math.min(number, metrics - 1));
            return new Glyph(this, number, (double) Short.toUnsignedInt((short) advance) / unitsPerEm);
        });
    }

    /** Draws a glyph from the origin of its base line, upwards, in the font's units. */
    void draw(int glyph, Placement placement, Pen pen) {
        int start = offset(glyph);
        if (offset(glyph + 1) > start) {
            new GlyphOutline(this, file, table("glyf") + start).draw(placement, pen);
        }
    }

    private int offset(int glyph) {
        return longOffsets
                ? file.getInt(table("loca") + 4 * glyph)
                : 2 * Short.toUnsignedInt(file.getShort(table("loca") + 2 * glyph));
    }

    int unitsPerEm() {
        return unitsPerEm;
    }
}
