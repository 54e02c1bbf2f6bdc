package kubenat.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kubenat.source.Progress;
import kubenat.source.SourceText;

/** Shows a person how much of large dumps has been read, when that takes more than a second. */
final class ProgressBar implements AutoCloseable {
    /** Smaller dumps are read within a second. */
    private static final long LARGE = 4 << 20;

    private static final int PATIENCE_MILLIS = 1000;
    private static final int PERIOD_MILLIS = 200;
    private static final int WIDTH = 30;
    private static final String ERASE = "\r\033[K";

    private final PrintWriter err;
    private final List<Progress> all;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean isShown;

    ProgressBar(PrintWriter err, List<Progress> all) {
        this.err = err;
        this.all = List.copyOf(all);
    }

    /** One for these dumps, which is seen only where a person reads standard error. */
    static ProgressBar of(List<SourceText> sources, Streams streams) {
        ProgressBar bar = new ProgressBar(
                streams.err(), sources.stream().map(SourceText::progress).toList());
        long bytes =
                sources.stream().mapToLong(source -> source.bytes().length()).sum();
        if (bytes >= LARGE && streams.isAttended()) {
            Thread drawing = new Thread(bar::draw, "progress");
            drawing.setDaemon(true);
            drawing.start();
        }
        return bar;
    }

    /** Such as {@code ██████░░░░  60 %  120,000 of 200,000 lines}. */
    String text() {
        long expected = all.stream().mapToLong(Progress::expected).sum();
        long done = all.stream().mapToLong(Progress::done).sum();
        int percent = expected == 0 ? 0 : (int) (done * 100 / expected);
        int full = percent * WIDTH / 100;
        return String.format(
                Locale.ROOT,
                "%s%s %3d %%  %,d of %,d lines",
                "█".repeat(full),
                "░".repeat(WIDTH - full),
                percent,
                done,
                expected);
    }

    private void draw() {
        try {
            boolean isClosed = closed.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            while (!isClosed) {
                show();
                isClosed = closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Not once it is closed: what is printed then is the answer. */
    synchronized void show() {
        if (closed.getCount() > 0) {
            err.print(ERASE + text());
            err.flush();
            isShown = true;
        }
    }

    /** Takes it from the screen. */
    @Override
    public synchronized void close() {
        closed.countDown();
        if (isShown) {
            err.print(ERASE);
            err.flush();
            isShown = false;
        }
    }
}
