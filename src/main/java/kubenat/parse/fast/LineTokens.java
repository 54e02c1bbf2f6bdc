package kubenat.parse.fast;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import kubenat.source.Bytes;

/** The bytes of one line and its tokens: types, places and hashes, in arrays that the next line uses again. */
public final class LineTokens {
    private static final int SHORT = 12;

    private byte[] text = new byte[512];
    private ByteBuffer words = ByteBuffer.wrap(text).order(ByteOrder.LITTLE_ENDIAN);
    private int length;
    private int[] types = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] hashes = new int[64];
    private int count;
    private Optional<String> line = Optional.empty();

    /** Takes the line that stands between two offsets. */
    public void load(Bytes bytes, long from, long to) {
        length = Math.toIntExact(to - from);
        makeRoom();
        bytes.copy(from, to, text);
        count = 0;
        line = Optional.empty();
    }

    /** Takes a line; false if it is not all ASCII, so that no table can read it. */
    public boolean load(String whole) {
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        length = bytes.length;
        makeRoom();
        System.arraycopy(bytes, 0, text, 0, length);
        count = 0;
        line = Optional.of(whole);
        return bytes.length == whole.length();
    }

    private void makeRoom() {
        if (length + Long.BYTES > text.length) {
            text = new byte[length * 2 + Long.BYTES];
            words = ByteBuffer.wrap(text).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    byte[] text() {
        return text;
    }

    /** Eight bytes of the line, the first one lowest; those beyond its end mean nothing. */
    public long word(int at) {
        return words.getLong(at);
    }

    /** How many bytes the line has. */
    public int length() {
        return length;
    }

    /** How many tokens it has. */
    public int count() {
        return count;
    }

    /** The grammar's number for the sort of a token. */
    public int type(int token) {
        return types[token];
    }

    /** Where a token begins in the line, from 0. */
    public int start(int token) {
        return starts[token];
    }

    /** Where the line goes on after a token. */
    public int end(int token) {
        return ends[token];
    }

    /** The same number for the same tokens; for others most likely another. */
    public int hash(int first, int last) {
        int hash = 0;
        for (int i = first; i <= last; i++) {
            hash = (hash + hashes[i]) * 0x9E3779B9;
        }
        return hash ^ hash >>> 16;
    }

    /** Whether the line has this text from one token to another. */
    public boolean hasText(int first, int last, byte[] wanted) {
        int start = starts[first];
        int end = ends[last];
        if (end - start != wanted.length) {
            return false;
        }
        if (wanted.length > SHORT) {
            return Arrays.equals(text, start, end, wanted, 0, wanted.length);
        }
        for (int i = 0; i < wanted.length; i++) {
            if (text[start + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a token has this character. */
    public boolean has(int token, char wanted) {
        for (int i = starts[token]; i < ends[token]; i++) {
            if (text[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    /** The bytes from one token to another. */
    public byte[] bytes(int first, int last) {
        return Arrays.copyOfRange(text, starts[first], ends[last]);
    }

    /** A token as it stands in the line. */
    public String text(int token) {
        return new String(text, starts[token], ends[token] - starts[token], StandardCharsets.ISO_8859_1);
    }

    /** The whole line. */
    public String line() {
        if (line.isEmpty()) {
            line = Optional.of(new String(text, 0, length, StandardCharsets.ISO_8859_1));
        }
        return line.get();
    }

    /** The last byte of the line; 0 of an empty one. */
    public byte lastByte() {
        return length == 0 ? 0 : text[length - 1];
    }

    /** Forgets the tokens. */
    public void clear() {
        count = 0;
    }

    /** Adds a token that stands between two places. */
    public void add(int type, int start, int end) {
        add(type, start, end, 0);
    }

    void add(int type, int start, int end, int hash) {
        if (count == types.length) {
            types = Arrays.copyOf(types, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        types[count] = type;
        starts[count] = start;
        ends[count] = end;
        hashes[count++] = hash;
    }
}
