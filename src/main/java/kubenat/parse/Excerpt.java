package kubenat.parse;

import kubenat.source.Bytes;

/** A piece of a dump at hand, for names that are asked for one after the other: it moves on to where they stand. */
final class Excerpt {
    private static final int WORDS = 1024;

    private final Bytes bytes;
    private final long[] words = new long[WORDS + 1];
    private long from = -1;
    private long to = -1;

    Excerpt(Bytes bytes) {
        this.bytes = bytes;
    }

    /** Whether a name stands at an offset; its words are in an array, and what is left of the last one is zero. */
    boolean has(long offset, long[] name, int start, int length) {
        if (offset < from || offset + length > to) {
            from = offset & -Long.BYTES;
            to = from + (long) WORDS * Long.BYTES;
            bytes.words(from, words);
        }
        int at = (int) (offset - from);
        int whole = length >>> 3;
        for (int i = 0; i < whole; i++) {
            if (word(words, at + i * Long.BYTES) != name[start + i]) {
                return false;
            }
        }
        int rest = length & 7;
        return rest == 0 || ByteNames.low(word(words, at + whole * Long.BYTES), rest) == name[start + whole];
    }

    /** Eight bytes from a place in an array of words on, the first one lowest. */
    static long word(long[] words, int at) {
        int index = at >>> 3;
        int shift = at << 3;
        return words[index] >>> shift | words[index + 1] << 1 << ~shift;
    }
}
