package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import kubenat.testing.Golden;
import kubenat.testing.JsonSchema;
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
    void explainsACheckByItsName() {
        assertThat(CommandRun.of("explain", "missing-value").out()).startsWith("# SYN003: ");
    }

    @Test
    void listsTheChecksAsJson() {
        JsonSchema.of("checks-v1.json")
                .assertAccepts(CommandRun.of("checks", "-o", "json").out());
    }

    @ParameterizedTest(name = "-o {0}")
    @CsvSource({"sarif, 1", "github, 1", "gitlab, 1", "junit, 1", "checkstyle, 1", "sarif --fail-on never, 0"})
    void everyFormatEndsWithTheSameExitCode(String options, int exitCode) {
        CommandRun run = CommandRun.of(("lint -o " + options + " samples/blog-cut.rules").split(" "));

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).contains("IPT001");
    }

    @Test
    void dumpsOfSeveralNodesAreNotReadTogether() {
        CommandRun together = CommandRun.of(
                "lint", "--select", "SYN", "samples/ipv6.rules", "samples/nodeport.rules", "samples/cluster-ip.rules");
        CommandRun each = CommandRun.of(
                "lint",
                "--select",
                "SYN",
                "--each",
                "samples/ipv6.rules",
                "samples/nodeport.rules",
                "samples/cluster-ip.rules");

        assertThat(together.out()).contains("SYN010");
        assertThat(each.out()).doesNotContain("SYN010");
    }

    @Test
    void listsTheChecks() {
        Golden.assertMatches("cli/lint/checks.txt", CommandRun.of("checks").out());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"samples/blog-cut.rules", "samples/docker.rules", "samples/ipv6.rules", "samples/no-endpoints.rules"})
    void jsonIsAsItsSchemaSays(String dump) {
        JsonSchema.of("lint-v1.json")
                .assertAccepts(CommandRun.of("lint", "-o", "json", dump).out());
    }

    @Test
    void whatIsNotUnderstoodIsAFindingAndIsSaidOnce() {
        String dump = "*nat\n:PREROUTING ACCEPT [0:0]\nprose\n-A PREROUTING -s  -j ACCEPT\n";

        CommandRun run = CommandRun.withInput(dump, "lint");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsOnlyOnce("SYN001 line-not-understood")
                .containsOnlyOnce("SYN003 missing-value")
                .containsOnlyOnce("IPT020 incomplete-input")
                .contains("\n2 errors, 1 warning, ");
    }
}
