package kubenat.parse;

import kubenat.source.Bytes;

/**
 * Finds the lines that begin in a block of a dump, and tells those that are plain from those that must be looked at. The bytes are copied to
 * an array of words, window by window: Java's first compiler reads such an array several times faster than mapped bytes. Serves one thread.
 */
final class BlockScan {
    private static final int APPEND = '-' | 'A' << 8 | ' ' << 16;
    private static final int BYTE_ORDER_MARK = 0xBFBBEF;
    private static final int THREE_BYTES = 0xFFFFFF;
    private static final long LINE_ENDS = 0x0A0A0A0A0A0A0A0AL;
    static final int MOST_WORDS = 8192;
    /** A longer name than this many words is looked at; iptables takes 28 bytes. */
    static final int NAME_WORDS = 16;
    /** How far beyond the window a line may be read that begins in it: a name, what stands before it, and what ends it. */
    private static final int BEYOND = NAME_WORDS + 3;

    private final Bytes bytes;
    private final int most;
    private final long[] words;
    /** Where the window begins. */
    private long base;

    private LineGroups groups = new LineGroups();
    private long first;
    private long end;
    /** The chain of the group added last. */
    private final long[] name = new long[NAME_WORDS];

    private int nameLength;

    /** {@code most} is how many words are looked at together. */
    BlockScan(Bytes bytes, int most) {
        this.bytes = bytes;
        this.most = (int) Math.min(most, bytes.length() / Long.BYTES + 1);
        this.words = new long[this.most + BEYOND];
    }

    /** Adds the lines that begin between two offsets, which are multiples of eight. */
    void scan(long from, long to, LineGroups found) {
        groups = found;
        groups.begin(from);
        first = from;
        end = Math.min(to, bytes.length());
        // What ends the line before may be the last byte before the block.
        for (base = Math.max(0, from - Long.BYTES); base < end; base += (long) most * Long.BYTES) {
            bytes.words(base, words);
            if (base == 0 && from == 0) {
                firstLine();
            }
            window((int) Math.min(most, (end - base + Long.BYTES - 1) / Long.BYTES));
        }
    }

    private void firstLine() {
        int head = (words[0] & THREE_BYTES) == BYTE_ORDER_MARK ? 3 : 0;
        if (head < end) {
            line(head);
        }
    }

    private void window(int count) {
        long[] window = words;
        for (int i = 0; i < count; i++) {
            long word = window[i] ^ LINE_ENDS;
            if (Bytes.zeroBytes(word) != 0) {
                lines(i, word);
            }
        }
    }

    /** Looks at the lines that begin after the zero bytes of a word. */
    private void lines(int index, long word) {
        for (long ends = Bytes.allZeroBytes(word); ends != 0; ends &= ends - 1) {
            int at = index * Long.BYTES + (Long.numberOfTrailingZeros(ends) >>> 3) + 1;
            if (base + at >= first && base + at < end) {
                line(at);
            }
        }
    }

    private void line(int at) {
        groups.count();
        long start = Excerpt.word(words, at);
        if ((start & THREE_BYTES) == APPEND) {
            rule(at);
        } else if ((byte) start == ':') {
            declaration(at);
        } else if ((byte) start != '\n') {
            groups.addOther(base + at);
        }
    }

    private void rule(int at) {
        int from = at + 3;
        if (groups.isNext() && isName(from)) {
            groups.addToLast(base + at);
            return;
        }
        int hash = readName(from);
        if (nameLength == 0) {
            groups.addOther(base + at);
        } else {
            groups.addRule(base + at, name, nameLength, hash);
        }
    }

    private void declaration(int at) {
        int hash = readName(at + 1);
        if (nameLength == 0) {
            groups.addOther(base + at);
        } else {
            groups.addDeclaration(base + at, name, nameLength, hash);
        }
    }

    /** Whether the name read last is the word at a place. */
    private boolean isName(int from) {
        int whole = nameLength >>> 3;
        for (int i = 0; i < whole; i++) {
            if (Excerpt.word(words, from + i * Long.BYTES) != name[i]) {
                return false;
            }
        }
        long rest = Excerpt.word(words, from + whole * Long.BYTES);
        int count = nameLength & 7;
        return ByteNames.low(rest, count) == name[whole] && ByteNames.isBlank((byte) (rest >>> count * Byte.SIZE));
    }

    /** Reads the name at a place and returns its hash; the length is 0 if there is none, or one that must be looked at. */
    private int readName(int from) {
        long mixed = 0;
        for (int i = 0; i < NAME_WORDS; i++) {
            long word = Excerpt.word(words, from + i * Long.BYTES);
            long ends = ByteNames.blanks(word);
            if (ends != 0) {
                int rest = Long.numberOfTrailingZeros(ends) >>> 3;
                long last = ByteNames.low(word, rest);
                name[i] = last;
                nameLength = (byte) name[0] == '"' ? 0 : i * Long.BYTES + rest;
                return ByteNames.finish(rest == 0 ? mixed : ByteNames.mix(mixed, last));
            }
            name[i] = word;
            mixed = ByteNames.mix(mixed, word);
        }
        nameLength = 0;
        return 0;
    }
}
