package kubenat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kubenat.testing.ProcessRun;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn -Pdist package} made, unpacked on a machine without Java. */
class DistributionIT {
    private static final Path MADE = Path.of("target/dist").toAbsolutePath();
    private static final Path NOTHING = Path.of("/dev/null");

    @TempDir
    private Path folder;

    private Path unpacked;

    @BeforeEach
    void unpack() throws IOException {
        Assumptions.assumeTrue(Boolean.getBoolean("kube-nat.dist"), "skipped: not built with -Pdist");
        Path archive = only(MADE, ".tar.gz");
        run("/bin/sh", "-c", "tar -xzf \"$0\"", archive.toString());
        unpacked = only(folder, "");
    }

    @Test
    void runsWithoutAnyJavaAndWithItsArchiveOfClasses() {
        ProcessRun run = ProcessRun.of(
                folder,
                Map.of("JAVA_HOME", "", "PATH", "/nowhere", "KUBE_NAT_JAVA_OPTS", "-Xlog:class+load"),
                NOTHING,
                List.of(unpacked.resolve("bin/kube-nat").toString(), "--version"));

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("kubenat.cli.KubeNat source: shared objects file", "\nkube-nat ");
    }

    @Test
    void answersAsAPluginOfKubectl() {
        String dump = Path.of("samples/nodeport.rules").toAbsolutePath().toString();

        ProcessRun run =
                run(unpacked.resolve("bin/kubectl-service_nat").toString(), "trace", "--dst", "30.0.1.180:31248", dump);

        assertThat(run.out()).startsWith("tcp → 30.0.1.180:31248").contains("10.244.1.2:80");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void runtimeHoldsOnlyWhatIsNeeded() {
        assertThat(run(unpacked.resolve("runtime/bin/java").toString(), "--list-modules")
                        .out())
                .as("what unpacks zstd asks for jdk.unsupported")
                .matches("java[.]base@\\S+\njdk[.]unsupported@\\S+\n");
    }

    @Test
    void drawsPixelsWithoutJavasDesktop() throws IOException {
        Path picture = folder.resolve("a.png");
        String dump = Path.of("samples/nodeport.rules").toAbsolutePath().toString();

        ProcessRun run = run(
                unpacked.resolve("bin/kube-nat").toString(),
                "graph",
                "--all",
                "-o",
                "png",
                "--output-file",
                picture.toString(),
                dump);

        assertThat(run.err()).isEmpty();
        assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void everyCommandHasAManualPageAndCompletion() throws IOException {
        assertThat(commands()).contains("trace", "services");
        for (String command : commands()) {
            Path page = unpacked.resolve("share/man/man1/kube-nat-%s.1".formatted(command));

            assertThat(page).content().contains(".SH NAME\nkube\\-nat\\-" + command, "\\-\\-help");
            assertThat(unpacked.resolve("share/fish/vendor_completions.d/kube-nat.fish"))
                    .content()
                    .contains("-n __fish_use_subcommand -a %s -d".formatted(command));
            assertThat(unpacked.resolve("share/zsh/site-functions/_kube-nat"))
                    .content()
                    .contains("  %s)\n    _arguments".formatted(command));
        }
    }

    @Test
    void bashCompletesCommandsAndOptions() {
        String script =
                unpacked.resolve("share/bash-completion/completions/kube-nat").toString();
        String complete =
                ". \"$0\"; COMP_WORDS=(kube-nat \"$@\"); COMP_CWORD=$#; _complete_kube-nat; echo \"${COMPREPLY[@]}\"";

        assertThat(run("bash", "-c", complete, script, "tra").out()).isEqualTo("trace\n");
        assertThat(run("bash", "-c", complete, script, "trace", "--ds").out()).isEqualTo("--dst\n");
    }

    @Test
    void checksumsFit() {
        ProcessRun run = ProcessRun.of(MADE, Map.of(), NOTHING, List.of("sha256sum", "--check", "SHA256SUMS"));

        assertThat(run.out()).contains(".tar.gz: OK\n");
        assertThat(run.exitCode()).isZero();
    }

    private List<String> commands() {
        return run(unpacked.resolve("bin/kube-nat").toString(), "--help")
                .out()
                .lines()
                .dropWhile(line -> !line.startsWith("Commands:"))
                .filter(line -> line.matches("  [a-z]+ .*"))
                .map(line -> line.strip().replaceAll(" .*", ""))
                .toList();
    }

    private ProcessRun run(String program, String... arguments) {
        return ProcessRun.of(folder, Map.of("JAVA_HOME", ""), NOTHING, ProcessRun.command(program, arguments));
    }

    private static Path only(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}
