package kubenat.source;

import java.util.concurrent.atomic.AtomicLong;

/** How far a dump has been read, for who waits for it; several threads may say and ask. */
public final class Progress {
    private final AtomicLong expected = new AtomicLong();
    private final AtomicLong done = new AtomicLong();

    /** So many lines are there to be read. */
    public void expect(long lines) {
        expected.set(lines);
    }

    /** So many more have been read. */
    public void add(long lines) {
        done.addAndGet(lines);
    }

    public long expected() {
        return expected.get();
    }

    /** Never more than expected, though lines may be read more than once. */
    public long done() {
        return Math.min(done.get(), expected.get());
    }
}
