package kubenat.render.raster;

import java.nio.ByteBuffer;

/** Which glyph of a font shows a character: its table {@code cmap}, in the form for all of Unicode or the one for its first plane. */
final class CharacterMap {
    private static final int FIRST_PLANE = 4;
    private static final int ALL = 12;

    private final ByteBuffer file;
    private final int start;

    private CharacterMap(ByteBuffer file, int start) {
        this.file = file;
        this.start = start;
    }

    static CharacterMap of(ByteBuffer file, int table) {
        int best = -1;
        for (int i = 0; i < file.getShort(table + 2); i++) {
            int start = table + file.getInt(table + 4 + 8 * i + 4);
            int format = file.getShort(start);
            if (format == ALL || format == FIRST_PLANE && best < 0) {
                best = start;
            }
        }
        if (best < 0) {
            throw new IllegalStateException("the font maps no characters of Unicode");
        }
        return new CharacterMap(file, best);
    }

    /** The glyph's number; 0 if there is none. */
    int glyph(int codePoint) {
        return file.getShort(start) == ALL ? ofAll(codePoint) : ofFirstPlane(codePoint);
    }

    private int ofAll(int codePoint) {
        int low = 0;
        int high = file.getInt(start + 12) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int group = start + 16 + 12 * middle;
            if (codePoint < file.getInt(group)) {
                high = middle - 1;
            } else if (codePoint > file.getInt(group + 4)) {
                low = middle + 1;
            } else {
                return file.getInt(group + 8) + codePoint - file.getInt(group);
            }
        }
        return 0;
    }

    private int ofFirstPlane(int codePoint) {
        int twice = unsigned(start + 6);
        for (int i = 0; i < twice; i += 2) {
            int from = unsigned(start + 16 + twice + i);
            if (codePoint <= unsigned(start + 14 + i)) {
                return codePoint < from ? 0 : inSegment(codePoint - from, codePoint, start + 16 + 2 * twice + i, twice);
            }
        }
        return 0;
    }

    private int inSegment(int index, int codePoint, int delta, int twice) {
        int at = delta + twice;
        int offset = unsigned(at);
        if (offset == 0) {
            return codePoint + file.getShort(delta) & 0xffff;
        }
        int glyph = unsigned(at + offset + 2 * index);
        return glyph == 0 ? 0 : glyph + file.getShort(delta) & 0xffff;
    }

    private int unsigned(int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }
}
