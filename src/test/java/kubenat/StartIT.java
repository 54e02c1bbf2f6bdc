package kubenat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kubenat.testing.ProcessRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged program loads for an ordinary answer; docs/performance.md says what each of these costs. */
class StartIT {
    private static final Path NOTHING = Path.of("/dev/null");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--version",
                "trace --dst 30.0.1.180:31248 samples/nodeport.rules",
                "trace --dst 10.106.113.156:80 --from pod samples/nodeport.rules",
            })
    void runsNoAntlrNoPicocliNoPatternAndLinksNothing(String line) {
        assumeThat(Runtime.version().feature())
                .as("Java 25 loads at once all that its cache holds")
                .isLessThan(25);

        List<String> loaded = loaded(line);

        assertThat(loaded).anyMatch(each -> each.startsWith("kubenat.cli.KubeNat "));
        assertThat(loaded)
                .noneMatch(each -> each.startsWith("org.antlr."))
                .noneMatch(each -> each.startsWith("picocli.CommandLine "))
                .noneMatch(each -> each.startsWith("java.util.stream.ReferencePipeline"))
                .noneMatch(each -> each.startsWith("java.util.regex."))
                .noneMatch(each -> each.contains("$$Lambda"));
    }

    @Test
    void antlrIsAskedWhatIsWrongWithALine(@TempDir Path folder) throws IOException {
        Path dump = Files.writeString(folder.resolve("mistake.rules"), "*nat\n:X - [0:0]\n-A X -j\n-A\nCOMMIT\n");

        assertThat(loaded("fmt " + dump)).anyMatch(each -> each.startsWith("org.antlr."));
    }

    /** The names of the classes that Java loads, each with where it comes from. */
    private static List<String> loaded(String line) {
        ProcessRun run = ProcessRun.of(
                Path.of("").toAbsolutePath(),
                Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "KUBE_NAT_JAVA_OPTS",
                        "-Xlog:class+load:stdout:none"),
                NOTHING,
                ProcessRun.command(ProcessRun.launcher().toAbsolutePath().toString(), line.split(" ")));
        return run.out().lines().filter(each -> each.contains(" source: ")).toList();
    }
}
