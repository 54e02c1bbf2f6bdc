package kubenat.lint.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dumps of bugs that people have diagnosed: what the checks of kube-proxy's rules say of them, all of it. */
class KubeCasesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = false, delimiter = '|', textBlock = """
            # file                                            | errors and warnings      | others
            bug01-five-endpoints-looks-uneven.rules           |                          | KN110 KN121 KN122
            bug03-xlb-no-local-endpoints.rules                |                          | KN118 KN121 KN122
            bug08-services-not-hooked-in-prerouting.rules     | KN101                    |
            bug10-session-affinity-same-pod.rules             |                          | KN121 KN122 KN149
            bug11-stale-reject-with-endpoints.rules           | KN117                    |
            bug18-nodeports-not-last.rules                    | KN120                    | KN121 KN122
            bug22-dnat-unsupported-revision.rules             | KN101 KN102 KN114        | KN106 KN145
            seed-nodeport.rules                               | KN108                    | KN121 KN122
            """)
    void findsWhatWasDiagnosed(String file, String wrong, String others) {
        List<Finding> findings = HealthyDumps.findings(HealthyDumps.read(SharedFiles.at("corpus/cases/" + file)));

        assertThat(ids(findings, true)).isEqualTo(wrong == null ? "" : wrong);
        assertThat(ids(findings, false)).isEqualTo(others == null ? "" : others);
    }

    private static String ids(List<Finding> findings, boolean bad) {
        return String.join(
                " ",
                findings.stream()
                        .filter(finding -> finding.level().isAtLeast(Level.WARNING) == bad)
                        .map(Finding::id)
                        .distinct()
                        .sorted()
                        .toList());
    }
}
