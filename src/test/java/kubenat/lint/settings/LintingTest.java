package kubenat.lint.settings;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kubenat.kube.Surroundings;
import kubenat.lint.Finding;
import kubenat.lint.LintReport;
import kubenat.lint.Subject;
import kubenat.lint.Suppressed;
import kubenat.parse.DumpReader;
import kubenat.source.DumpException;
import kubenat.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintingTest {
    private static final Configuration THREE = Configuration.of(
            new Selection(
                    List.of(new CheckPattern("IPT001"), new CheckPattern("IPT002"), new CheckPattern("SUP")),
                    List.of(),
                    List.of()),
            Optional.empty());

    /** Lines of a nat table; {@code /} stands for the end of a line. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = false, textBlock = """
            # lines                                                               | found                | left out
            -A PREROUTING -j GONE                                                 | IPT001@3             |
            # kube-nat: ignore=IPT001 old node/-A PREROUTING -j GONE              |                      | IPT001@4
            # kube-nat: ignore=IPT0 old node/-A PREROUTING -j GONE                |                      | IPT001@4
            #kube-nat: ignore=jump-to-missing-chain old node/-A PREROUTING -j GONE |                     | IPT001@4
            # kube-nat: ignore=IPT001 old node/# other//-A PREROUTING -j GONE     |                      | IPT001@6
            # kube-nat: ignore=IPT001/-A PREROUTING -j GONE                       | SUP001@3             | IPT001@4
            # kube-nat: ignore=IPT001 old/-A PREROUTING -j A/-A PREROUTING -j GONE | SUP002@3 IPT001@4 IPT001@5 |
            # kube-nat: ignore=IPT001,IPT002 old/-A PREROUTING -j GONE            | SUP002@3             | IPT001@4
            # kube-nat: ignore-file=IPT001 old/-A PREROUTING -j A/-A PREROUTING -j B |                   | IPT001@4 IPT001@5
            # kube-nat: ignore=IPT003 not run here/-A PREROUTING -p tcp           |                      |
            # kube-nat: ignore=IPT9 old/-A PREROUTING -p tcp                      | SUP003@3             |
            # kube-nat: ignroe=IPT001 old/-A PREROUTING -p tcp                    | SUP003@3             |
            # kube-nat: ignore=IPT001 one/# kube-nat: ignore=IPT001 two/-A PREROUTING -j GONE |          | IPT001@5
            # kube-nat: ignore=IPT002/:UNUSED - [0:0]                             |                      | IPT002@4
            -A PREROUTING -m comment --comment "# kube-nat: ignore=IPT001 x" -j GONE | IPT001@3          |
            """)
    void commentsLeaveOutFindings(String lines, String found, String leftOut) throws DumpException {
        LintReport report = lint(lines, THREE);

        assertThat(places(report.findings())).isEqualTo(found == null ? "" : found);
        assertThat(places(report.suppressed().stream().map(Suppressed::finding).toList()))
                .isEqualTo(leftOut == null ? "" : leftOut);
    }

    @Test
    void baselineKnowsFindingsWhereverTheyStandAndCountsThem() throws DumpException {
        Baseline before = Baseline.of(lint("-A PREROUTING -j GONE/:UNUSED - [0:0]/-A PREROUTING -p tcp -j GONE", THREE)
                .findings());

        Baseline.Applied now =
                before.applied(lint("-A PREROUTING -p udp/[7:99] -A PREROUTING  -j GONE/-A PREROUTING -j GONE", THREE));

        assertThat(places(now.report().findings())).isEqualTo("IPT001@5");
        assertThat(now.report().suppressed()).hasSize(1);
        assertThat(now.gone()).isEqualTo(2);
    }

    @Test
    void baselineOfChecksThatAreNotRunIsNotGone() throws DumpException {
        Baseline before = Baseline.of(lint("-A PREROUTING -j GONE", THREE).findings());
        Configuration unused = Configuration.of(
                new Selection(List.of(new CheckPattern("IPT002")), List.of(), List.of()), Optional.empty());

        assertThat(before.applied(lint("-A PREROUTING -p tcp", unused)).gone()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = false, textBlock = """
            # suppress                                              | found
            {checks: IPT001, reason: r}                             | IPT002@3
            {checks: IPT001, chain: PRE*, reason: r}                | IPT002@3
            {checks: IPT001, chain: OUT*, reason: r}                | IPT002@3 IPT001@4
            {checks: IPT001, table: nat, reason: r}                 | IPT002@3
            {checks: IPT001, table: filter, reason: r}              | IPT002@3 IPT001@4
            {checks: [IPT001, IPT002], reason: r}                   |
            {checks: IPT001, dump: test.*, reason: r}               | IPT002@3
            {checks: IPT001, dump: other.*, reason: r}              | IPT002@3 IPT001@4
            {checks: IPT002}                                        | IPT001@4
            {checks: IPT001}                                        | SUP001@2 IPT002@3
            """)
    void configurationLeavesOutFindings(String suppress, String found) throws DumpException {
        SourceText file = SourceText.of("c.yaml", "select: [IPT001, IPT002, SUP]\nsuppress: [" + suppress + "]\n");

        LintReport report = lint(":UNUSED - [0:0]/-A PREROUTING -j GONE", ConfigurationReader.read(file));

        assertThat(places(report.findings())).isEqualTo(found == null ? "" : found);
    }

    private static LintReport lint(String lines, Configuration configuration) throws DumpException {
        String text = "*nat\n:PREROUTING ACCEPT [0:0]\n" + lines.replace('/', '\n') + "\nCOMMIT\n";
        SourceText source = SourceText.of("test.rules", text);
        Subject subject = new Subject(new DumpReader().read(source), Surroundings.UNKNOWN);
        return Linting.report(List.of(List.of(subject)), List.of(source), configuration);
    }

    private static String places(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.id() + "@" + finding.place().span().line())
                .collect(joining(" "));
    }
}
