package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kubenat.testing.JsonSchema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sets for lint, as whole commands. */
class LintSettingsTest {
    @TempDir
    private Path folder;

    private String dump = "";

    @BeforeEach
    void writeADump() throws IOException {
        dump = write("node.rules", """
                *nat
                :PREROUTING ACCEPT [0:0]
                :UNUSED - [0:0]
                -A PREROUTING -p tcp -j GONE
                COMMIT
                """);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # options                                            | exit code | sum
            --select IPT001,IPT002                               | 1         | 1 error, 0 warnings, 1 info; 2 checks run
            --select IPT001 --select unused-chain                | 1         | 1 error, 0 warnings, 1 info; 2 checks run
            --select IPT001,IPT002 --ignore IPT001               | 0         | 0 errors, 0 warnings, 1 info; 1 check run
            --select IPT001 --severity IPT001=info               | 0         | 0 errors, 0 warnings, 1 info; 1 check run
            --select IPT001 --severity IPT001=info --fail-on info | 1        | 0 errors, 0 warnings, 1 info; 1 check run
            --select IPT002 --severity IPT=warning               | 1         | 0 errors, 1 warning, 0 infos; 1 check run
            --select IPT001,IPT002 --fail-on never               | 0         | 1 error, 0 warnings, 1 info; 2 checks run
            """)
    void optionsSaySo(String options, int exitCode, String sum) {
        CommandRun run = lint(options.split(" "));

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).endsWith(sum + "\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # options              | message
            --select IPT0O1        | IPT0O1: no check has this id or name; did you mean IPT001?
            --ignore jump-cycles   | jump-cycles: no check has this id or name; did you mean jump-cycle?
            --severity IPT001      | IPT001: expected CHECK=LEVEL, with error, warning, info or off
            --severity IPT001=bad  | IPT001=bad: expected CHECK=LEVEL, with error, warning, info or off
            --severity NO=info     | NO: no check has this id or name
            --fail-on sometimes    | expected one of [ERROR, WARNING, INFO, NEVER]
            """)
    void wrongOptionsAreWrongUsage(String options, String message) {
        CommandRun run = lint(options.split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(message);
    }

    @Test
    void configurationFileIsReadAndTheCommandLineIsStronger() throws IOException {
        String file = write("settings.yaml", "select: [IPT001, IPT002]\nseverity: {IPT001: warning}\nfail-on: error\n");

        CommandRun asSet = lint("--config", file);
        CommandRun stronger = lint("--config", file, "--fail-on", "warning", "--severity", "IPT002=error");

        assertThat(asSet.exitCode()).isZero();
        assertThat(asSet.out()).endsWith("0 errors, 1 warning, 1 info; 2 checks run\n");
        assertThat(stronger.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(stronger.out()).endsWith("1 error, 1 warning, 0 infos; 2 checks run\n");
    }

    @Test
    void findingsThatPointIntoTheConfigurationQuoteIt() throws IOException {
        String file = write("settings.yaml", "select: [IPT001, SUP]\nsuppress:\n- {checks: IPT001, chain: PRE*}\n");

        CommandRun run = lint("--config", file);

        assertThat(run.out())
                .contains(file + ":3:3: error: IPT001 is an error, and is left out without a reason [SUP001 ")
                .contains("3 | - {checks: IPT001, chain: PRE*}")
                .endsWith("1 error, 0 warnings, 0 infos, 1 suppressed; 4 checks run\n");
    }

    @Test
    void aWrongConfigurationSaysWhere() throws IOException {
        String file = write("settings.yaml", "select: SYN\nfial-on: error\n");

        CommandRun run = lint("--config", file);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err())
                .isEqualTo("kube-nat: %s:2:1: unknown key fial-on\n  = help: did you mean fail-on?\n".formatted(file));
    }

    @Test
    void aMissingConfigurationIsNotPassedOver() {
        CommandRun run = lint("--config", folder.resolve("none.yaml").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("none.yaml: no such file");
    }

    @Test
    void baselineIsWrittenAndThenKeepsQuietAboutWhatWasThere() throws IOException {
        Path file = folder.resolve("baseline.json");

        CommandRun writes = lint("--select", "IPT001,IPT002", "--write-baseline", file.toString());
        CommandRun uses = lint("--select", "IPT001,IPT002", "--baseline", file.toString());

        assertThat(writes.exitCode()).isZero();
        assertThat(writes.err()).isEqualTo("kube-nat: baseline %s: 2 findings\n".formatted(file));
        assertThat(uses.exitCode()).isZero();
        assertThat(uses.err()).isEmpty();
        assertThat(uses.out()).isEqualTo("0 errors, 0 warnings, 0 infos, 2 suppressed; 2 checks run\n");
        JsonSchema.of("baseline-v1.json").assertAccepts(Files.readString(file));
        assertThat(Files.readString(file)).contains("\"text\" : \"-A PREROUTING -p tcp -j GONE\"");
    }

    @Test
    void whatIsGoneFromTheBaselineIsSaid() throws IOException {
        Path file = folder.resolve("baseline.json");
        lint("--select", "IPT001,IPT002", "--write-baseline", file.toString());
        write("node.rules", "*nat\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -p udp -j GONE\nCOMMIT\n");

        CommandRun run = lint("--select", "IPT001,IPT002", "--baseline", file.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err())
                .isEqualTo("kube-nat: baseline %s: 2 findings no longer there; --write-baseline %s makes it anew\n"
                        .formatted(file, file));
    }

    @Test
    void baselineOfTheConfigurationLiesBesideIt() throws IOException {
        lint(
                "--select",
                "IPT001,IPT002",
                "--write-baseline",
                folder.resolve("b.json").toString());
        String file = write("settings.yaml", "select: [IPT001, IPT002]\nbaseline: b.json\n");

        assertThat(lint("--config", file).out()).contains("2 suppressed");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # text                                            | message
            not JSON                                          | not a baseline: not JSON
            {"schema": "other"}                               | not a baseline: its schema is not kube-nat/baseline/v1
            {"schema": "kube-nat/baseline/v1", "findings": [{}]} | not a baseline: a finding without "id"
            """)
    void whatIsNoBaselineIsRefused(String text, String message) throws IOException {
        CommandRun run = lint("--baseline", write("b.json", text));

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains(message);
    }

    private CommandRun lint(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "lint";
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[arguments.length - 1] = dump;
        return CommandRun.of(arguments);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
