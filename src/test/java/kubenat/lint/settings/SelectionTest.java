package kubenat.lint.settings;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kubenat.kube.Owner;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Place;
import kubenat.source.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    /** A check that finds nothing; only its id, name and level are asked for. */
    private static final class Named extends Check {
        private final String name;

        Named(String id, String name, Level level) {
            super(id, level);
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }
    }

    private static final List<Check> CHECKS = List.of(
            new Named("IPT001", "jump-to-missing-chain", Level.ERROR),
            new Named("IPT002", "unused-chain", Level.INFO),
            new Named("IPT007", "generalisation", Level.OFF),
            new Named("KN101", "services-not-called", Level.ERROR));

    @ParameterizedTest(name = "select {0} ignore {1} severity {2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = false, textBlock = """
            # select           | ignore        | severity     | run
                               |               |              | IPT001 IPT002 KN101
            KN                 |               |              | KN101
            kn101              |               |              | KN101
            IPT0               |               |              | IPT001 IPT002
            IPT0*              |               |              | IPT001 IPT002
            IPT00?,KN          |               |              | IPT001 IPT002 KN101
            *chain             |               |              | IPT001 IPT002
            unused-chain       |               |              | IPT002
            unused             |               |              |
            IPT007             |               |              | IPT007
            generalisation     |               |              | IPT007
            *                  |               |              | IPT001 IPT002 KN101
                               | IPT           |              | KN101
                               | IPT0*2        |              | IPT001 KN101
            IPT001             | IPT001        |              |
                               |               | IPT007=info  | IPT001 IPT002 IPT007 KN101
                               |               | IPT=off      | KN101
            IPT001             |               | IPT001=off   | IPT001
                               |               | KN=off,KN101=error | IPT001 IPT002 KN101
            """)
    void runs(String select, String ignore, String severity, String run) {
        Selection selection = new Selection(patterns(select), patterns(ignore), levels(severity));

        assertThat(selection.of(CHECKS).stream().map(Check::id).collect(joining(" ")))
                .isEqualTo(run == null ? "" : run);
    }

    @ParameterizedTest(name = "{0} with {1}{2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = false, textBlock = """
            # check | severity             | only possible | level
            IPT001  |                      | false         | error
            IPT001  | IPT001=info          | false         | info
            IPT001  | IPT=info,IPT001=warning | false      | warning
            IPT001  | IPT001=warning,IPT=info | false      | info
            IPT002  | IPT002=error         | true          | warning
            IPT001  |                      | true          | warning
            IPT007  |                      | false         | info
            IPT007  | IPT007=error         | false         | error
            IPT007  | IPT007=off           | false         | info
            """)
    void setsLevels(String id, String severity, boolean possible, String level) {
        Check check =
                CHECKS.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        Place place = new Place("d", new Span(1, 1, 0), Optional.empty(), Optional.empty(), Owner.UNKNOWN);
        Finding finding = check.finding(place, "m");

        Finding levelled = new Selection(List.of(), List.of(), levels(severity))
                .levelled(possible ? finding.onlyPossible() : finding);

        assertThat(levelled.level()).hasToString(level);
    }

    @ParameterizedTest(name = "{0} {1} then {2} {3}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = false, textBlock = """
            # file: select | ignore | command line: select | ignore | run
            KN             |        |                      |        | KN101
            KN             |        | IPT002               |        | IPT002
                           | IPT    | IPT002               |        | IPT002
                           | IPT    |                      | KN     |
            IPT            | IPT001 |                      | IPT002 |
            """)
    void commandLineBeatsFile(String select, String ignore, String stronger, String alsoIgnore, String run) {
        Selection file = new Selection(patterns(select), patterns(ignore), List.of());
        Selection line = new Selection(patterns(stronger), patterns(alsoIgnore), List.of());

        assertThat(file.overriddenBy(line).of(CHECKS).stream().map(Check::id).collect(joining(" ")))
                .isEqualTo(run == null ? "" : run);
    }

    private static List<CheckPattern> patterns(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",")).map(CheckPattern::new).toList();
    }

    private static List<LevelChange> levels(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(each -> each.split("="))
                        .map(pair -> new LevelChange(
                                new CheckPattern(pair[0]), Level.valueOf(pair[1].toUpperCase(Locale.ROOT))))
                        .toList();
    }
}
