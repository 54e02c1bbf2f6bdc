package kubenat.parse;

import kubenat.parse.fast.LineTokens;
import kubenat.source.Bytes;

/**
 * Names as they stand in the dump's bytes. A name ends before the first blank or control character; it may be in double
 * quotes. Reading one leaves where it is, its length and its hash here, so that nothing is allocated.
 */
final class ByteNames {
    private static final long SPACES_AND_ONE = 0x2121212121212121L;
    /** Far beyond what is a name: iptables takes 28 bytes. */
    private static final int LONGEST = 1 << 16;

    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final long[] NO_WORDS = {};

    private final Bytes bytes;
    private long start;
    private int length;
    private int hash;
    /** The name as words, if it was found before. */
    private long[] words = NO_WORDS;

    private int firstWord;

    ByteNames(Bytes bytes) {
        this.bytes = bytes;
    }

    /** Reads the name that begins at an offset, after blanks. */
    void read(long from) {
        words = NO_WORDS;
        start = skipBlanks(from);
        if (bytes.at(start) == '"') {
            start++;
            measure(start, wordEnd(start));
            length -= length > 0 && bytes.at(start + length - 1) == '"' ? 1 : 0;
            measure(start, start + length);
        } else {
            readPlain();
        }
    }

    private void readPlain() {
        long mixed = 0;
        long offset = start;
        while (true) {
            long word = bytes.word(offset);
            long ends = blanks(word);
            if (ends != 0) {
                int rest = Long.numberOfTrailingZeros(ends) >>> 3;
                length = (int) (offset - start) + rest;
                hash = finish(rest == 0 ? mixed : mix(mixed, low(word, rest)));
                return;
            }
            mixed = mix(mixed, word);
            offset += Long.BYTES;
        }
    }

    /** Takes a name that was found before, which stands at an offset. */
    void know(long from, LineGroups groups, int group) {
        start = from;
        length = groups.nameLength(group);
        hash = groups.nameHash(group);
        words = groups.names();
        firstWord = groups.nameAt(group);
    }

    private void measure(long from, long to) {
        long mixed = 0;
        for (long offset = from; offset < to; offset += Long.BYTES) {
            mixed = mix(mixed, low(bytes.word(offset), (int) Math.min(Long.BYTES, to - offset)));
        }
        length = (int) (to - from);
        hash = finish(mixed);
    }

    /** Whether there was a name at all, and not a file without blanks. */
    boolean isName() {
        return length > 0 && length <= LONGEST;
    }

    /** The offset of the name read last. */
    long start() {
        return start;
    }

    int length() {
        return length;
    }

    int hash() {
        return hash;
    }

    /** The offset after the name read last, quotes and all. */
    long end() {
        return wordEnd(start);
    }

    /** Whether the bytes at an offset, where an excerpt may be at hand, are those of the name read last. */
    boolean isAt(long other, int otherLength, Excerpt excerpt) {
        if (otherLength != length) {
            return false;
        }
        return words.length > 0
                ? excerpt.has(other, words, firstWord, length)
                : equal(bytes, start, bytes, other, length);
    }

    /** Whether the name was found before, and is greater than another one, of which the words are given. */
    boolean isAfter(long[] other) {
        int count = words();
        for (int i = 0; i < count; i++) {
            long word = words[firstWord + i];
            if (word != other[i]) {
                return Long.compareUnsigned(Long.reverseBytes(word), Long.reverseBytes(other[i])) > 0;
            }
        }
        return false;
    }

    /** Copies the words of the name, and zeroes behind them; false if it was not found before. */
    boolean copyTo(long[] other) {
        int count = words();
        for (int i = 0; i < other.length; i++) {
            other[i] = i < count ? words[firstWord + i] : 0;
        }
        return count > 0;
    }

    private int words() {
        return words.length == 0 ? 0 : (length + Long.BYTES - 1) / Long.BYTES;
    }

    /** The first offset from here on whose byte is no blank. */
    long skipBlanks(long from) {
        long offset = from;
        while (isBlank(bytes.at(offset)) && bytes.at(offset) != '\n' && offset < bytes.length()) {
            offset++;
        }
        return offset;
    }

    /** The offset of the blank, control character or end that ends the word at an offset. */
    long wordEnd(long from) {
        long offset = from;
        while (true) {
            long ends = blanks(bytes.word(offset));
            if (ends != 0) {
                return Math.min(bytes.length(), offset + (Long.numberOfTrailingZeros(ends) >>> 3));
            }
            offset += Long.BYTES;
        }
    }

    static boolean equal(Bytes one, long from, Bytes other, long otherFrom, int length) {
        int done = 0;
        while (done + Long.BYTES <= length) {
            if (one.word(from + done) != other.word(otherFrom + done)) {
                return false;
            }
            done += Long.BYTES;
        }
        int rest = length - done;
        return rest == 0 || low(one.word(from + done) ^ other.word(otherFrom + done), rest) == 0;
    }

    /** The hash of a name that stands in a line. */
    static int hash(LineTokens line, int from, int to) {
        long mixed = 0;
        for (int at = from; at < to; at += Long.BYTES) {
            mixed = mix(mixed, low(line.word(at), Math.min(Long.BYTES, to - at)));
        }
        return finish(mixed);
    }

    /** Whether the same bytes stand at an offset and in a line. */
    static boolean equal(Bytes bytes, long offset, LineTokens line, int from, int to) {
        for (int at = from; at < to; at += Long.BYTES) {
            long differing = bytes.word(offset + at - from) ^ line.word(at);
            if (low(differing, Math.min(Long.BYTES, to - at)) != 0) {
                return false;
            }
        }
        return true;
    }

    static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ';
    }

    /** A word whose lowest high bit marks the first byte that is a blank or a control character. */
    static long blanks(long word) {
        return (word - SPACES_AND_ONE) & ~word & HIGH_BITS;
    }

    static long low(long word, int count) {
        return count == Long.BYTES ? word : word & (1L << (count * Byte.SIZE)) - 1;
    }

    static long mix(long mixed, long word) {
        long product = (mixed ^ word) * SPREAD;
        return product ^ product >>> 29;
    }

    static int finish(long mixed) {
        return (int) (mixed ^ mixed >>> 32);
    }
}
