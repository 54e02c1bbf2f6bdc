package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import kubenat.testing.ProcessRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the configuration is looked for depends on the working directory, so these are processes. */
class ConfigurationFileIT {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectories(folder.resolve("cluster/nodes"));
        Files.writeString(
                folder.resolve("cluster/nodes/a.rules"),
                "*nat\n:PREROUTING ACCEPT [0:0]\n:UNUSED - [0:0]\n-A PREROUTING -p tcp -j GONE\nCOMMIT\n");
        Files.writeString(folder.resolve("cluster/.kube-nat.yaml"), "select: [IPT002]\n");
    }

    @Test
    void isTheNearestOneAbove() throws IOException {
        Files.writeString(folder.resolve(".kube-nat.yaml"), "select: [IPT001]\n");

        assertThat(lint("cluster/nodes", "a.rules").out()).contains("IPT002").doesNotContain("IPT001");
        assertThat(lint("cluster", "nodes/a.rules").out()).contains("IPT002").doesNotContain("IPT001");
        assertThat(lint(".", "cluster/nodes/a.rules").out()).contains("IPT001").doesNotContain("IPT002");
    }

    @Test
    void isNotReadIfNotWanted() {
        assertThat(lint("cluster/nodes", "--no-config", "a.rules").out()).contains("IPT001", "IPT002");
    }

    @Test
    void isNamedAsSeenFromTheWorkingDirectory() throws IOException {
        Files.writeString(folder.resolve("cluster/.kube-nat.yaml"), "selcet: [IPT002]\n");

        ProcessRun run = lint("cluster/nodes", "a.rules");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).startsWith("kube-nat: ../.kube-nat.yaml:1:1: unknown key selcet\n");
    }

    @Test
    void itsBaselineLiesBesideIt() throws IOException {
        lint("cluster/nodes", "--write-baseline", "../baseline.json", "a.rules");
        Files.writeString(folder.resolve("cluster/.kube-nat.yaml"), "select: [IPT002]\nbaseline: baseline.json\n");

        assertThat(lint("cluster/nodes", "a.rules").out())
                .isEqualTo("0 errors, 0 warnings, 0 infos, 1 suppressed; 1 check run\n");
    }

    private ProcessRun lint(String where, String... arguments) {
        Stream<String> java = Stream.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                "kubenat.cli.KubeNat",
                "lint");
        return ProcessRun.of(
                folder.resolve(where),
                Map.of(),
                Path.of("/dev/null"),
                Stream.concat(java, Stream.of(arguments)).toList());
    }
}
