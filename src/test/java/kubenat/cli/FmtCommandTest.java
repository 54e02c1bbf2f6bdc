package kubenat.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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

    @Test
    void keepsBytesThatAreNoUtf8() throws IOException {
        String dump = """
                # gr\u00fc\u00dfe
                *nat
                :K\u00fc - [0:0]
                -A K\u00fc -m comment --comment "f\u00fcr 50 \u0080" -j ACCEPT
                COMMIT
                # -A K\u00fc --nope \u00ff
                """;

        assertThat(printed(dump.getBytes(ISO_8859_1))).isEqualTo(dump.getBytes(ISO_8859_1));
        assertThat(printed(dump.getBytes(UTF_8))).isEqualTo(dump.getBytes(UTF_8));
        String wide = dump.replace("50", "\u65e5\ud83d\ude00\ud83d\udc80");
        assertThat(printed(wide.getBytes(UTF_8))).isEqualTo(wide.getBytes(UTF_8));
        String rule =
                dump.lines().filter(line -> line.startsWith("-A")).findFirst().orElseThrow() + "\n";
        String many = dump.replace(rule, rule.repeat(1000));
        assertThat(printed(many.getBytes(ISO_8859_1))).isEqualTo(many.getBytes(ISO_8859_1));
        assertThat(printed(many.getBytes(UTF_8))).isEqualTo(many.getBytes(UTF_8));
    }

    private static byte[] printed(byte[] dump) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = KubeNat.run(
                StandardOutput.over(out), new PrintWriter(new StringWriter()), new ByteArrayInputStream(dump), "fmt");
        assertThat(code).isEqualTo(ExitCode.OK);
        return out.toByteArray();
    }
}
