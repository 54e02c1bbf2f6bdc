package kubenat.parse;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import kubenat.source.Bytes;

/** The blocks of a dump, whose lines are found by all processors and handed over in order. */
final class Blocks {
    /** A multiple of eight; so long that to hand one over costs nothing beside it. */
    private static final int SIZE = 1 << 18;

    private final Bytes bytes;
    private final int size;
    private final ThreadLocal<BlockScan> scans;
    private final Queue<LineGroups> free = new ConcurrentLinkedQueue<>();

    Blocks(Bytes bytes) {
        this(bytes, SIZE, BlockScan.MOST_WORDS);
    }

    /**
     * Divides a dump.
     *
     * @param size how many bytes a block has, a multiple of eight
     * @param words how many words of a block are looked at together
     */
    Blocks(Bytes bytes, int size, int words) {
        this.bytes = bytes;
        this.size = size;
        this.scans = ThreadLocal.withInitial(() -> new BlockScan(bytes, words));
    }

    /** Hands over the lines of all blocks; the taker must not keep what it is given. */
    void each(Consumer<LineGroups> taker) {
        try (InOrder<LineGroups> inOrder = new InOrder<>(groups -> {
            taker.accept(groups);
            free.add(groups);
        })) {
            for (long from = 0; from < bytes.length(); from += size) {
                long start = from;
                inOrder.add(() -> scan(start));
            }
            inOrder.finish();
        }
    }

    private LineGroups scan(long from) {
        LineGroups used = free.poll();
        LineGroups groups = used == null ? new LineGroups() : used;
        scans.get().scan(from, from + size, groups);
        return groups;
    }
}
