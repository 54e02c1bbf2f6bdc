package kubenat.lint;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A part of some work that is done by one thread while others do the other parts.
 *
 * @param weight about how many rules it has to do with
 */
record Portion<T>(int weight, Supplier<T> work) {
    /** With fewer rules in all, the work is done before other threads have started. */
    private static final int WORTH_SEVERAL_THREADS = 6_000;

    /** What comes of all portions, in their order, whoever did them and when. */
    static <T> List<T> done(List<Portion<T>> portions) {
        int processors = Runtime.getRuntime().availableProcessors();
        if (processors == 1 || portions.stream().mapToLong(Portion::weight).sum() < WORTH_SEVERAL_THREADS) {
            return portions.stream().map(portion -> portion.work().get()).toList();
        }
        List<FutureTask<T>> tasks = portions.stream()
                .map(portion -> new FutureTask<>(portion.work()::get))
                .toList();
        // The heaviest first, so that no thread is left alone with one at the end.
        List<FutureTask<T>> waiting = IntStream.range(0, tasks.size())
                .boxed()
                .sorted(Comparator.comparingInt(at -> -portions.get(at).weight()))
                .<FutureTask<T>>map(tasks::get)
                .toList();
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, processors).parallel().forEach(worker -> {
            for (int at = next.getAndIncrement(); at < waiting.size(); at = next.getAndIncrement()) {
                waiting.get(at).run();
            }
        });
        return tasks.stream().map(Portion::result).toList();
    }

    private static <T> T result(FutureTask<T> done) {
        try {
            return done.get();
        } catch (ExecutionException failed) {
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
}
