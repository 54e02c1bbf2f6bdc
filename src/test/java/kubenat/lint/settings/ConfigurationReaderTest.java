package kubenat.lint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import kubenat.lint.Limits;
import kubenat.source.DumpException;
import kubenat.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {
    @Test
    void readsEveryKey() throws DumpException {
        Configuration read = ConfigurationReader.read(SourceText.of("c.yaml", """
                # what our nodes are checked for
                select: [KN, IPT]
                ignore: IPT002
                severity:
                  IPT003: warning
                fail-on: error
                max-rules: 50000
                max-chains: 0
                baseline: nat.json
                suppress:
                  - checks: [IPT001]
                    table: filter
                    chain: DOCKER*
                    reason: written by Docker
                """.replace("KN", "SYN")));

        assertThat(read.selection().select()).hasToString("[SYN, IPT]");
        assertThat(read.selection().ignore()).hasToString("[IPT002]");
        assertThat(read.selection().levels()).hasSize(1);
        assertThat(read.failOn()).contains(FailOn.ERROR);
        assertThat(read.limits().limits()).isEqualTo(new Limits(50_000, 0));
        assertThat(read.baseline()).contains("nat.json");
        assertThat(read.suppress()).singleElement().satisfies(ignore -> {
            assertThat(ignore.scope().chain()).contains(new Glob("DOCKER*"));
            assertThat(ignore.reason()).contains("written by Docker");
            assertThat(ignore.place().span()).hasToString("11:5");
        });
    }

    @ParameterizedTest(name = "<{0}>")
    @CsvSource(value = {"''", "'# nothing'", "'ignore:'", "'suppress: []'"})
    void settingNothingIsFine(String text) throws DumpException {
        assertThat(ConfigurationReader.read(SourceText.of("c.yaml", text))).isEqualTo(Configuration.NONE);
    }

    /** {@code /} stands for the end of a line. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
            selct: KN                       ; c.yaml:1:1: unknown key selct                            ; did you mean select?
            'ポ: 1'                         ; c.yaml:1:1: unknown key ポ                               ; known are select
            ignore: [IPT0O1]                ; c.yaml:1:10: IPT0O1: no check has this id or name        ; did you mean IPT001?
            'ignore: ["ポ", x]'             ; c.yaml:1:10: ポ: no check has                            ; kube-nat checks
            'ignore: [SYN, "ポ", xx]'       ; c.yaml:1:15: ポ: no check has                            ; kube-nat checks
            ignore: [{checks: SYN}]         ; c.yaml:1:10: expected the id of a check                  ; suppress:
            severity: KN101                 ; c.yaml:1:11: expected ids with levels                    ; IPT002: warning
            'severity: {SYN001: eror}'      ; c.yaml:1:20: eror is not one of them                     ; did you mean error?
            fail-on: always                 ; c.yaml:1:10: always is not one of them                   ; known are error, warning
            fail-on: [error]                ; c.yaml:1:10: expected one word                           ; known are error
            max-rules: many                 ; c.yaml:1:12: many is no count                            ; digits only
            'max-rules: "-5"'               ; c.yaml:1:12: -5 is no count                              ; digits only
            max-chains: [5]                 ; c.yaml:1:13: expected a count                            ; such as 20000
            'max-rules: 20_000'             ; c.yaml:1:12: 20_000 is no count                          ; digits only
            'max-chains:'                   ; c.yaml:1:12: expected a count                            ; such as 20000
            'suppress:/- {chek: SYN}'       ; c.yaml:2:4: unknown key chek                             ; did you mean
            'suppress:/- {chain: A}'        ; c.yaml:2:3: no checks are named                          ; means all
            'suppress:/- {checks: SYN, table: nta}' ; c.yaml:2:24: nta is no table                     ; raw, mangle
            '- SYN'                         ; c.yaml:1:1: expected keys and values                     ; keys are select
            'ignore: SYN/ignore: SYN'       ; c.yaml:2:1: ignore is there twice                        ; ''
            'ignore: [SYN'                  ; 'c.yaml:1:13: not YAML: expected '                       ; ''
            'ignore: &a [*a]'               ; 'c.yaml: its aliases make it too large'                  ; ''
            """)
    void saysWhereAndWhatIsWrong(String text, String message, String help) {
        assertThatThrownBy(() -> ConfigurationReader.read(SourceText.of("c.yaml", text.replace('/', '\n'))))
                .isInstanceOfSatisfying(DumpException.class, wrong -> {
                    assertThat(wrong.getMessage()).startsWith(message);
                    assertThat(wrong.help().orElse(""))
                            .contains(Optional.ofNullable(help).orElse(""));
                });
    }
}
