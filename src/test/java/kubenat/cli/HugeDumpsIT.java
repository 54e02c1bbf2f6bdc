package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kubenat.testing.ProcessRun;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dumps that are too long, too deep or too wide, each within the memory given: no fault, no stack overflow, no end of memory. */
class HugeDumpsIT {
    private static final int MANY = 100_000;

    @TempDir
    private Path folder;

    /** What is too much, and the memory that suffices for it. */
    enum Dump {
        CHAINS("256m", each(MANY, ":C%1$d - [0:0]\n-A C%1$d -j RETURN\n")),
        DEEP(
                "256m",
                "-A PREROUTING -j C0\n" + each(MANY, "-A C%1$d -j C%2$d\n")
                        + "-A C100000 -j DNAT --to-destination 10.1.1.1:80\n"),
        LOOP("256m", "-A PREROUTING -j C0\n" + each(MANY, "-A C%1$d -j C%2$d\n") + "-A C100000 -j C0\n"),
        RULES(
                "256m",
                each(
                        MANY,
                        "-A PREROUTING -p tcp -m tcp --dport 80 -m mark --mark %1$d -j DNAT --to-destination 10.1.1.1\n")),
        WIDE("512m", each(MANY, "-A PREROUTING -j C%1$d\n-A C%1$d -j RETURN\n")),
        DOUBLING(
                "256m",
                "-A PREROUTING -j C0\n"
                        + each(
                                40,
                                "-A C%1$d -m statistic --mode random --probability 0.5 -j C%2$d\n-A C%1$d -j C%2$d\n")
                        + "-A C40 -j DNAT --to-destination 10.1.1.1\n"),
        COMMENT("256m", "-A PREROUTING -m comment --comment \"" + "x y".repeat(22_000) + "\" -j ACCEPT\n"),
        OPEN_QUOTE(
                "256m", "-A PREROUTING -m comment --comment \"" + "x y".repeat(22_000) + "\n-A PREROUTING -j ACCEPT\n"),
        WORD("256m", "-A PREROUTING -j " + "x".repeat(1 << 16)),
        NEGATIONS("256m", "-A PREROUTING " + "! ".repeat(1 << 15) + "-j ACCEPT\n"),
        MODULES("256m", "-A PREROUTING " + "-m tcp ".repeat(10_000) + "-j ACCEPT\n"),
        MARKS("256m", "-A PREROUTING " + each(10_000, "-m mark ! --mark %1$d ") + "-j ACCEPT\n"),
        UNKNOWN_OPTIONS("256m", "-A PREROUTING " + each(10_000, "--unknown%1$d %2$d ") + "-j ACCEPT\n"),
        ADDRESSES(
                "256m",
                "-A PREROUTING -s 10.0.0.1" + ",10.0.0.2".repeat(5_000) + " -d 10.0.0.1" + ",10.0.0.2".repeat(5_000)
                        + " -j ACCEPT\n");

        private final String memory;
        private final String rules;

        Dump(String memory, String rules) {
            this.memory = memory;
            this.rules = rules;
        }

        private static String each(int count, String line) {
            IntFunction<String> text = i -> line.replace("%1$d", "" + i).replace("%2$d", "" + (i + 1));
            return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
        }
    }

    @ParameterizedTest
    @EnumSource
    void traces(Dump dump) throws IOException {
        check(dump, "trace", "--dst", "10.0.0.1:80");
    }

    @ParameterizedTest
    @EnumSource
    void listsServices(Dump dump) throws IOException {
        check(dump, "services");
    }

    @ParameterizedTest
    @EnumSource
    void drawsAllChains(Dump dump) throws IOException {
        check(dump, "graph", "--all", "-o", "dot");
    }

    @ParameterizedTest
    @EnumSource
    void formats(Dump dump) throws IOException {
        check(dump, "fmt");
    }

    @ParameterizedTest
    @EnumSource
    void lints(Dump dump) throws IOException {
        check(dump, "lint");
    }

    private void check(Dump dump, String... command) throws IOException {
        Path file = folder.resolve("huge.rules");
        Files.writeString(
                file, "*nat\n:PREROUTING ACCEPT [0:0]\n:POSTROUTING ACCEPT [0:0]\n" + dump.rules + "COMMIT\n");
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + dump.memory,
                "-cp",
                System.getProperty("java.class.path"),
                "kubenat.cli.KubeNat"));
        List<String> line = Stream.concat(java.stream(), Stream.of(command)).toList();

        ProcessRun run = ProcessRun.of(Path.of(""), Map.of(), file, line);

        assertThat(run.exitCode())
                .as(run.err().substring(0, Math.min(2_000, run.err().length())))
                .isBetween(0, 3);
    }
}
