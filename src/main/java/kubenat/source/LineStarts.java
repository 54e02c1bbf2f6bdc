package kubenat.source;

import java.util.Arrays;

/** Where the lines of a dump begin: every 64th is remembered, the others are looked for from there. */
final class LineStarts {
    private static final int STRIDE = 64;

    private final Bytes bytes;
    /** Offsets of the lines 1, 1 + STRIDE, 1 + 2 STRIDE, …, as far as anybody has asked. */
    private long[] marks = new long[16];

    private int known = 1;

    LineStarts(Bytes bytes) {
        this.bytes = bytes;
    }

    /** The offset at which a line (from 1) begins; the length of the dump if it has fewer lines. */
    synchronized long of(int line) {
        int wanted = (line - 1) / STRIDE;
        while (known <= wanted && marks[known - 1] < bytes.length()) {
            remember(skip(marks[known - 1], STRIDE));
        }
        int mark = Math.min(wanted, known - 1);
        return skip(marks[mark], line - 1 - mark * STRIDE);
    }

    private void remember(long offset) {
        if (known == marks.length) {
            marks = Arrays.copyOf(marks, known * 2);
        }
        marks[known++] = offset;
    }

    private long skip(long offset, int lines) {
        long start = offset;
        for (int i = 0; i < lines && start < bytes.length(); i++) {
            start = Math.min(bytes.length(), bytes.indexOf('\n', start) + 1);
        }
        return start;
    }
}
