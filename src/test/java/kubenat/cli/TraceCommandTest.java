package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceCommandTest {
    private final String seed = "samples/nodeport.rules";

    @Test
    void answersInTheFirstLine() {
        CommandRun run = CommandRun.of("trace", "--dst", "30.0.1.180:31248", seed);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .startsWith("tcp → 30.0.1.180:31248: to 10.244.1.2:80 and 10.244.2.2:80, 50 % each\n")
                .contains("MASQUERADE");
    }
}
