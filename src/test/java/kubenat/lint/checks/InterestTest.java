package kubenat.lint.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kubenat.kube.Surroundings;
import kubenat.lint.ChainCheck;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Linter;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.TableName;
import kubenat.parse.DumpReader;
import kubenat.source.DumpException;
import kubenat.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That checks are not shown chains without certain matches and targets hides nothing that they would find there. */
class InterestTest {
    /** The chains of a check and nothing else of it; {@code kinds} says whether it is shown those with certain rules only. */
    private static final class InChains extends ChainCheck {
        private final ChainCheck check;

        InChains(ChainCheck check, boolean kinds) {
            super(
                    check.id(),
                    check.level(),
                    kinds ? check.interest() : check.interest().with(),
                    check.needs().toArray(Need[]::new));
            this.check = check;
        }

        @Override
        public Stream<Finding> inChain(Chain chain, Subject subject) {
            return check.inChain(chain, subject);
        }
    }

    private static List<Check> checks(boolean kinds) {
        return Checks.ALL.stream()
                .filter(ChainCheck.class::isInstance)
                .<Check>map(check -> new InChains((ChainCheck) check, kinds))
                .toList();
    }

    static Stream<ExamplePage> pages() {
        return Checks.ALL.stream().filter(ChainCheck.class::isInstance).map(ExamplePage::of);
    }

    static Stream<Path> samples() {
        return HealthyDumps.files(Path.of("samples"), ".rules").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void nothingIsHiddenInExamples(ExamplePage page) {
        assertThat(Stream.of("Flagged", "Clean").flatMap(section -> page.examples(section).stream()))
                .isNotEmpty()
                .allSatisfy(example ->
                        assertThat(findings(example.subjects(), true)).isEqualTo(findings(example.subjects(), false)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void nothingIsHiddenInSamples(Path sample) throws DumpException {
        List<SourceText> dump = List.of(HealthyDumps.read(sample));
        List<Subject> subjects = new DumpReader(TableName.NAT)
                .readAll(dump).stream()
                        .map(ruleset -> new Subject(ruleset, Surroundings.UNKNOWN))
                        .toList();

        assertThat(findings(subjects, true)).isEqualTo(findings(subjects, false));
    }

    private static List<Finding> findings(List<Subject> subjects, boolean kinds) {
        return new Linter(checks(kinds)).lint(subjects).findings();
    }
}
