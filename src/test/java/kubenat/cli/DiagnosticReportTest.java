package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import kubenat.testing.JsonSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosticReportTest {
    private static final String DUMP = """
            *nat
            :A - [0:0]
            -A A -m mac --mac-source xx:xx:xx:xx:xx:01 -j ACCEPT
            -A A -m mac --mac-source xx:xx:xx:xx:xx:02 -j ACCEPT
            -A A -p tcp -m tcp --dpotr 80 -j ACCEPT
            -A A -m mac --mac-source xx:xx:xx:xx:xx:03 -j ACCEPT
            COMMIT
            """;

    @Test
    void saysEachCauseOnceAndCountsTheLines() {
        assertThat(CommandRun.withInput(DUMP, "fmt").err()).isEqualTo("""
                <stdin>:3:26: error: --mac-source: expected a hardware address such as 00:16:3e:01:02:03, found xx:xx:xx:xx:xx:01 [SYN004]
                  |
                3 | -A A -m mac --mac-source xx:xx:xx:xx:xx:01 -j ACCEPT
                  |                          ^^^^^^^^^^^^^^^^^
                  = and 2 more like it, the last in line 6
                <stdin>:5:20: error: unknown option --dpotr [SYN002]
                  |
                5 | -A A -p tcp -m tcp --dpotr 80 -j ACCEPT
                  |                    ^^^^^^^
                  = help: did you mean --dport?
                kube-nat: 4 lines of 7 are not understood
                """);
    }

    @Test
    void strictSaysTheSame() {
        CommandRun run = CommandRun.withInput(DUMP, "services", "--strict");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("= and 2 more like it, the last in line 6");
        assertThat(run.err()).endsWith("kube-nat: 4 lines of 7 are not understood\n");
    }

    @Test
    void countsTheLinesThatFollowEachOther() {
        CommandRun run = CommandRun.withInput("one\ntwo\nthree\n" + DUMP, "services");

        assertThat(run.err()).contains("= help: and 2 lines after it");
        assertThat(run.err())
                .contains(
                        "kube-nat: 3 lines of 10 are not understood, as far as they have been read; --strict reads all");
    }

    @Test
    void writesJson() {
        CommandRun run = CommandRun.withInput(DUMP, "fmt", "--diagnostics", "json");

        assertThat(run.err()).isEqualTo("""
                {"schema":"kube-nat/diagnostic/v1","id":"SYN004","severity":"error","source":"<stdin>","line":3,"column":26,\
                "length":17,"lines":1,"message":"--mac-source: expected a hardware address such as 00:16:3e:01:02:03, found xx:xx:xx:xx:xx:01","help":null,\
                "more":2,"lastLine":6}
                {"schema":"kube-nat/diagnostic/v1","id":"SYN002","severity":"error","source":"<stdin>","line":5,"column":20,\
                "length":7,"lines":1,"message":"unknown option --dpotr","help":"did you mean --dport?","more":0,"lastLine":5}
                {"schema":"kube-nat/diagnostics/v1","notUnderstood":4,"lines":7,"complete":true}
                """);
        run.err().lines().forEach(JsonSchema.of("diagnostic-v1.json")::assertAccepts);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            -p tcp -m tcp --dpotr 80 -j ACCEPT                 | --dpotr       | did you mean --dport?
            -p tcp --dpotr=80 -j ACCEPT                        | --dpotr=80    | did you mean --dport?
            -m contrack --ctstate NEW -j ACCEPT                | contrack      | did you mean conntrack?
            -j MASQURADE --random                              | MASQURADE     | did you mean MASQUERADE?
            -p tcp -m tcp --probability 0.5 -j ACCEPT          | --probability | it is an option of -m statistic
            """)
    void asksWhatWasMeant(String rule, String marked, String help) {
        String err = CommandRun.withInput("*nat\n:A - [0:0]\n-A A " + rule + "\nCOMMIT\n", "fmt")
                .err();

        int column = ("-A A " + rule).indexOf(marked);
        assertThat(err)
                .contains("  | " + " ".repeat(column) + "^".repeat(marked.length()) + "\n  = help: " + help + "\n");
    }
}
