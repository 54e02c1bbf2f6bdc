package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import kubenat.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintCommandTest {
    @ParameterizedTest(name = "--fail-on {0}")
    @CsvSource({"error, 1", "warning, 1", "info, 1", "never, 0"})
    void failsFromTheLevelOnThatIsAsked(String level, int exitCode) {
        CommandRun run = CommandRun.of("lint", "--fail-on", level, "samples/blog-cut.rules");

        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void namesTheChainThatACutLineMeant() {
        CommandRun run = CommandRun.of("lint", "samples/blog-cut.rules");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out())
                .startsWith("samples/blog-cut.rules:94:72: error: KUBE-SVC-ZLFK63IBL3TQ6LW7 jumps to KUBE-SEP-MPQE5E3,")
                .contains("KUBE-SEP-MPQE5E3FPNMZ422T is declared and begins like it");
    }

    @Test
    void explainsACheckByItsPage() {
        assertThat(CommandRun.of("explain", "ipt001").out())
                .startsWith("# IPT001: ")
                .contains("## What to do");
    }

    @Test
    void knowsWhichCheckWasMeant() {
        CommandRun run = CommandRun.of("explain", "IPT01");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("kube-nat: IPT01: no check has this id; is it IPT001?");
    }

    @Test
    void listsTheChecks() {
        Golden.assertMatches("cli/lint/checks.txt", CommandRun.of("checks").out());
    }
}
