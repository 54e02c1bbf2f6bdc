package kubenat.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The {@code dot} of Graphviz, where it is installed: it lays out and draws what is written for it. */
final class Graphviz {
    private static final int POINTS_PER_INCH = 72;

    /** The common pool has one thread where there are two processors: on Java 25 who feeds dot would wait for who reads its complaints. */
    private static final Executor OWN_THREAD = task -> new Thread(task, "dot").start();

    private Graphviz() {}

    static Picture svg(String graph) {
        return picture(graph, List.of("dot", "-Tsvg"));
    }

    static Picture png(String graph, double scale) {
        String dpi = String.format(Locale.ROOT, "-Gdpi=%.2f", POINTS_PER_INCH * scale);
        return picture(graph, List.of("dot", "-Tpng", dpi));
    }

    private static Picture picture(String graph, List<String> command) {
        byte[] drawn = run(new ArrayList<>(command), graph);
        return (output, streams) -> output.writeBytes(streams, out -> out.write(drawn));
    }

    private static byte[] run(List<String> command, String graph) {
        Process dot = start(command);
        try {
            CompletableFuture<byte[]> complaints =
                    CompletableFuture.supplyAsync(() -> all(dot.getErrorStream()), OWN_THREAD);
            CompletableFuture<Void> feeding = CompletableFuture.runAsync(() -> feed(dot, graph), OWN_THREAD);
            byte[] drawn = all(dot.getInputStream());
            feeding.join();
            int exitCode = dot.waitFor();
            if (exitCode != 0 || drawn.length == 0) {
                String words = new String(complaints.join(), StandardCharsets.UTF_8).strip();
                throw new UsageException(
                        "dot ended with exit code " + exitCode + (words.isEmpty() ? "" : ": " + words),
                        "leave --engine out: kube-nat draws without Graphviz");
            }
            return drawn;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            dot.destroy();
        }
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException absent) {
            throw new UsageException(
                    "--engine dot: there is no program dot on this machine",
                    "install Graphviz, or leave --engine out: kube-nat draws without it");
        }
    }

    /** It may end before it has read everything; its exit code says so. */
    private static void feed(Process dot, String graph) {
        try (OutputStream in = dot.getOutputStream()) {
            in.write(graph.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            return;
        }
    }

    private static byte[] all(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
