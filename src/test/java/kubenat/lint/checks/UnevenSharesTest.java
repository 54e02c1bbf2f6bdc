package kubenat.lint.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kubenat.kube.Surroundings;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Linter;
import kubenat.lint.Subject;
import kubenat.testing.Dumps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kube-proxy itself writes is no warning, however many endpoints there are. */
class UnevenSharesTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 50, 319, 1000, 5000})
    void tenDecimalsAreEven(int endpoints) {
        assertThat(lint(endpoints, "%.10f")).isEmpty();
    }

    /** kube-proxy up to 1.16: the probabilities of 319 endpoints and more are the same for neighbours. */
    @ParameterizedTest
    @CsvSource({"2, false", "50, false", "319, false", "400, false", "1000, false", "5000, true"})
    void fiveDecimalsAreWorthKnowingFromHundredsOfEndpointsOn(int endpoints, boolean uneven) {
        List<Finding> findings = lint(endpoints, "%.5f");

        assertThat(findings)
                .hasSize(uneven ? 1 : 0)
                .allSatisfy(finding -> assertThat(finding.level()).isEqualTo(Level.INFO));
    }

    @Test
    void anEndpointThatIsThereTwiceIsAWarning() {
        List<Finding> findings =
                lint(rules(4, "%.10f").replace("KUBE-SEP-0000000000000003", "KUBE-SEP-0000000000000002"));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.WARNING);
            assertThat(finding.message()).contains("from 25 %", "to 50 %", "instead of 33.3 %");
        });
    }

    private static List<Finding> lint(int endpoints, String format) {
        return lint(rules(endpoints, format));
    }

    private static List<Finding> lint(String rules) {
        return new Linter(List.of(new UnevenShares()))
                .lint(List.of(new Subject(Dumps.rules(rules), Surroundings.UNKNOWN)))
                .findings();
    }

    private static String rules(int endpoints, String format) {
        return IntStream.range(0, endpoints)
                .mapToObj(i -> "-A KUBE-SVC-0000000000000000" + chance(endpoints - i, format)
                        + String.format(Locale.ROOT, " -j KUBE-SEP-%016d", i))
                .collect(Collectors.joining("; "));
    }

    private static String chance(int left, String format) {
        return left == 1
                ? ""
                : " -m statistic --mode random --probability " + String.format(Locale.ROOT, format, 1.0 / left);
    }
}
