package kubenat.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kubenat.cli.KubeNat;
import kubenat.model.Chain;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.parse.DumpReader;
import kubenat.source.DumpException;
import kubenat.source.SourceReader;
import kubenat.source.SourceText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What reading and tracing a dump of 100,000 rules takes in a warm JVM, beside counting its lines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class DumpBenchmark {
    private Path path = Path.of(System.getProperty("kube-nat.dump", "target/bench/dump.rules"));
    private String port = System.getProperty("kube-nat.port", "0");
    private SourceText source = SourceText.of("none", "");

    @Setup
    public void read() throws DumpException {
        source = new SourceReader(InputStream.nullInputStream()).read(path.toString());
    }

    /** The measure of all: how fast the bytes can be looked at. */
    @Benchmark
    public int countLines() throws IOException {
        int lines = 0;
        for (byte each : Files.readAllBytes(path)) {
            lines += each == '\n' ? 1 : 0;
        }
        return lines;
    }

    @Benchmark
    public List<Ruleset> index() throws DumpException {
        return new DumpReader().readAll(List.of(source));
    }

    @Benchmark
    public int parse() throws DumpException {
        return index().stream()
                .flatMap(ruleset -> ruleset.tables().stream())
                .flatMap(Table::chains)
                .map(Chain::rules)
                .mapToInt(List::size)
                .sum();
    }

    @Benchmark
    public int trace() {
        PrintWriter nowhere = new PrintWriter(OutputStream.nullOutputStream());
        return KubeNat.run(
                nowhere, nowhere, InputStream.nullInputStream(), "trace", "--dst", "10.1.2.3:" + port, path.toString());
    }
}
