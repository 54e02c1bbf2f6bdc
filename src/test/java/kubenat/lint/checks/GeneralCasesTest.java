package kubenat.lint.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kubenat.kube.Surroundings;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.LintReport;
import kubenat.lint.Linter;
import kubenat.lint.Subject;
import kubenat.parse.DumpReader;
import kubenat.source.Bytes;
import kubenat.source.SourceText;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dumps of faults that people have met: what is wrong in each, as far as it concerns any iptables rules. */
class GeneralCasesTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # dump                                                | errors and warnings of IPT and SYN
            corpus/cases/bug01-five-endpoints-looks-uneven.rules  |
            corpus/cases/bug04-forward-drop-docker113.rules       | IPT021
            corpus/cases/bug06-duplicate-kube-firewall.rules      | IPT009
            corpus/cases/bug07-undeclared-KUBE-MARK-DROP.rules    | IPT001
            corpus/cases/bug09-kilo-unreachable-return.rules      | IPT004
            corpus/cases/bug10-session-affinity-same-pod.rules    |
            corpus/cases/bug14-userspace-portals-duplicates.rules | IPT009
            corpus/cases/bug16-mixed-legacy-nft-warning.rules     | IPT019 IPT020
            corpus/cases/bug17-docker-published-port-vs-ufw.rules | IPT028
            corpus/cases/bug20-klipper-lb-forward-port.rules      | IPT033
            corpus/cases/bug22-dnat-unsupported-revision.rules    | IPT013 IPT014
            corpus/cases/bug23-empty-source-argument.rules        | SYN003
            corpus/cases/bug25-chain-loop.rules                   | IPT003
            corpus/cases/seed-nodeport.rules                      | IPT001
            corpus/thirdparty/t-k8s11-flannel-coreos.rules        | IPT031
            """)
    void isFound(String dump, String ids) throws Exception {
        Set<String> found = new TreeSet<>();
        for (Finding finding : report(SharedFiles.at(dump)).findings()) {
            boolean counts =
                    finding.level().isAtLeast(Level.WARNING) && !finding.id().startsWith("KN");
            if (counts) {
                found.add(finding.id());
            }
        }

        assertThat(String.join(" ", found)).isEqualTo(ids == null ? "" : ids);
    }

    private static LintReport report(Path file) throws Exception {
        SourceText source = new SourceText(file.getFileName().toString(), Bytes.of(Files.readAllBytes(file)));
        List<Subject> subjects = new DumpReader()
                .readAll(List.of(source)).stream()
                        .map(ruleset -> new Subject(ruleset, Surroundings.UNKNOWN))
                        .toList();
        return new Linter(Checks.ALL).lint(subjects);
    }
}
