package kubenat.parse;

/** Lines that are read together: where they stand and what chain each is of. */
final class LineBatch {
    static final int LINES = 2000;

    private final long[] offsets = new long[LINES];
    private final int[] numbers = new int[LINES];
    private final int[] chains = new int[LINES];
    private int count;

    void add(int chain, long offset, int number) {
        chains[count] = chain;
        offsets[count] = offset;
        numbers[count++] = number;
    }

    boolean isFull() {
        return count == LINES;
    }

    /** Shows all lines, in order. */
    void each(Visitor visitor) {
        for (int i = 0; i < count; i++) {
            visitor.line(chains[i], offsets[i], numbers[i]);
        }
    }

    /** Is shown lines: the chain, the offset at which the line begins, and its number. */
    @FunctionalInterface
    interface Visitor {
        void line(int chain, long offset, int number);
    }
}
