package kubenat.render.lint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.Surroundings;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.LintReport;
import kubenat.lint.Linter;
import kubenat.lint.Need;
import kubenat.lint.NotChecked;
import kubenat.lint.Subject;
import kubenat.lint.Suppressed;
import kubenat.lint.checks.Checks;
import kubenat.parse.DumpReader;
import kubenat.source.DumpException;
import kubenat.source.SourceText;

/** A report with one of everything, of a dump whose name and comments hold what formats must escape. */
final class ReportExample {
    static final SourceText DUMP = SourceText.of("./node, 1:50%.rules", """
            *nat
            :PREROUTING ACCEPT [0:0]
            :A - [0:0]
            :B - [0:0]
            :UNUSED - [0:0]
            -A PREROUTING -m comment --comment "ポート <80> & \\"more\\"" -j KUBE-SVC-GONE
            -A PREROUTING -m comment --comment "ポート <80> & \\"more\\"" -j KUBE-SVC-GONE
            -A PREROUTING -s  -j A
            -A PREROUTING --50% -j A
            -A A -j B
            -A B -j A
            COMMIT
            """);

    private static final List<String> IDS = List.of("IPT001", "IPT002", "IPT003", "SYN002", "SYN003", "SYN010");

    private ReportExample() {}

    static LintReport report() {
        try {
            List<Check> checks =
                    IDS.stream().flatMap(id -> Checks.of(id).stream()).toList();
            Subject subject = new Subject(new DumpReader().read(DUMP), Surroundings.UNKNOWN);
            List<Finding> found = new Linter(checks).lint(List.of(subject)).findings();
            return new LintReport(
                    found.stream().filter(finding -> !isSuppressed(finding)).toList(),
                    found.stream()
                            .filter(ReportExample::isSuppressed)
                            .flatMap(ReportExample::suppressed)
                            .toList(),
                    List.of(new NotChecked(Need.NODE, List.of("SYN010"))),
                    checks);
        } catch (DumpException noDump) {
            throw new AssertionError(noDump);
        }
    }

    private static boolean isSuppressed(Finding finding) {
        return finding.id().equals("IPT003");
    }

    private static Stream<Suppressed> suppressed(Finding finding) {
        return Stream.of(
                new Suppressed(finding, Suppressed.By.COMMENT, Optional.of("a test of <loops>")),
                new Suppressed(finding, Suppressed.By.BASELINE, Optional.empty()));
    }
}
