package kubenat.parse;

import java.util.Arrays;

/** Numbers by their place, as many as are added: in pieces, so that none is copied when there are more. */
final class LongColumn {
    private static final int SHIFT = 10;
    private static final int MASK = (1 << SHIFT) - 1;

    private long[][] pieces = new long[4][];
    private long[] latest = {};
    private int size;

    int size() {
        return size;
    }

    long get(int place) {
        return pieces[place >>> SHIFT][place & MASK];
    }

    void set(int place, long number) {
        pieces[place >>> SHIFT][place & MASK] = number;
    }

    void add(long number) {
        if ((size & MASK) == 0) {
            begin(size >>> SHIFT);
        }
        latest[size++ & MASK] = number;
    }

    private void begin(int piece) {
        pieces = piece == pieces.length ? Arrays.copyOf(pieces, piece * 2) : pieces;
        latest = new long[1 << SHIFT];
        pieces[piece] = latest;
    }

    /** Adds a number until there are so many. */
    void fill(int wanted, long number) {
        while (size < wanted) {
            add(number);
        }
    }
}
