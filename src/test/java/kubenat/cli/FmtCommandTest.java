package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FmtCommandTest {
    private static final String SAVED = """
            *nat
            :PREROUTING ACCEPT [1:60]
            :B - [0:0]
            :A - [0:0]
            [1:60] -A PREROUTING -j B
            COMMIT
            """;

    @Test
    void printsADumpAsIptablesSave() {
        CommandRun run =
                CommandRun.withInput("-N A\n-A A -p tcp --dport http -j DNAT --to 10.0.0.1\n", "fmt", "--table", "nat");

        assertThat(run.out()).isEqualTo("""
                *nat
                :A - [0:0]
                -A A -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.0.0.1
                COMMIT
                """);
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void printsADumpAsIptablesS() {
        assertThat(CommandRun.withInput(SAVED, "fmt", "--to", "S").out()).isEqualTo("""
                -P PREROUTING ACCEPT -c 1 60
                -N B
                -N A
                -A PREROUTING -c 1 60 -j B
                """);
    }

    @Test
    void sortsChainsAndLeavesCountersOut() {
        assertThat(CommandRun.withInput(SAVED, "fmt", "--to", "s", "--sort", "--no-counters")
                        .out())
                .isEqualTo("""
                        -P PREROUTING ACCEPT
                        -N A
                        -N B
                        -A PREROUTING -j B
                        """);
    }

    @Test
    void keepsALineThatItDoesNotUnderstandAndSaysSo() {
        String dump = "*nat\n-A A --nope 1 -j ACCEPT\nCOMMIT\n";

        CommandRun run = CommandRun.withInput(dump, "fmt");
        CommandRun strict = CommandRun.withInput(dump, "fmt", "--strict");

        assertThat(run.out()).isEqualTo("*nat\n# -A A --nope 1 -j ACCEPT\nCOMMIT\n");
        assertThat(run.err()).contains("<stdin>:2:6: error: unknown option --nope");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(strict.exitCode()).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void refusesWhatIsNoDump() {
        CommandRun run = CommandRun.withInput("hello\n", "fmt");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.out()).isEmpty();
    }
}
