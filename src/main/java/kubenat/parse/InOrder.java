package kubenat.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes things by as many threads as there are processors, and hands them over in the order in which they were asked for. Few are
 * made ahead of the one that is handed over, so memory is bounded. A few are made by the thread that asks.
 */
final class InOrder<T> implements AutoCloseable {
    private static final int AHEAD = 3;
    /** To start threads takes longer than to make so many. */
    private static final int FEW = 2;

    private final int processors = Runtime.getRuntime().availableProcessors();
    private final Consumer<T> taker;
    private final Deque<FutureTask<T>> asked = new ArrayDeque<>();
    private final Deque<ExecutorService> threads = new ArrayDeque<>(1);

    /** {@code taker} is given what was made, in the thread that asks for it. */
    InOrder(Consumer<T> taker) {
        this.taker = taker;
    }

    /** Asks for one more. */
    void add(Supplier<T> maker) {
        FutureTask<T> task = new FutureTask<>(maker::get);
        asked.add(task);
        if (!threads.isEmpty()) {
            threads.getFirst().execute(task);
        } else if (asked.size() > FEW && processors > 1) {
            threads.add(Executors.newFixedThreadPool(processors, InOrder::thread));
            asked.forEach(threads.getFirst()::execute);
        }
        if (asked.size() > processors * AHEAD) {
            take();
        }
    }

    /** Hands over all that is left. */
    void finish() {
        while (!asked.isEmpty()) {
            take();
        }
    }

    /** Ends the threads; what was not handed over is lost. */
    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdownNow);
    }

    private void take() {
        FutureTask<T> next = asked.remove();
        if (threads.isEmpty()) {
            next.run();
        }
        try {
            taker.accept(next.get());
        } catch (ExecutionException failed) {
            // As if it had happened here: whoever reports it looks for the end of memory, say.
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** One that keeps no process from its end. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "kube-nat");
        thread.setDaemon(true);
        return thread;
    }
}
