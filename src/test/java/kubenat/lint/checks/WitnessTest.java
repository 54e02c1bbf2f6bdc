package kubenat.lint.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.kube.ServiceTracer;
import kubenat.lint.Finding;
import kubenat.lint.Place;
import kubenat.lint.Related;
import kubenat.lint.Subject;
import kubenat.lint.Witness;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.trace.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packet of a finding, followed through the rules, comes to where the finding is, or to a place that it names. */
class WitnessTest {

    static Stream<ExamplePage> pages() {
        return Checks.ALL.stream().map(ExamplePage::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void packetMeetsThePlacesOfItsFinding(ExamplePage page) {
        for (CheckExample example : page.examples("Flagged")) {
            Subject subject = example.subjects().get(0);
            for (Finding finding : example.findings(page.check())) {
                finding.witness()
                        .ifPresent(witness -> assertThat(met(witness, subject))
                                .as(finding.toString())
                                .containsAnyElementsOf(places(finding)));
            }
        }
    }

    /** The rules and chains that the packet meets. */
    private static Set<Object> met(Witness witness, Subject subject) {
        Set<Object> met = new LinkedHashSet<>();
        new ServiceTracer(subject.ruleset(), subject.surroundings())
                .trace(witness.question().from(Set.of(witness.from()))).cases().stream()
                        .flatMap(each -> each.outcomes().stream())
                        .flatMap(outcome -> outcome.path().stream())
                        .filter(step -> step.kind() != Step.Kind.MISS)
                        .forEach(step -> {
                            met.add(step.chain());
                            step.rule().ifPresent(met::add);
                        });
        return met;
    }

    /** The rule of a place; of a place that is a chain, or whose rule cannot be met because it is the last of those that fail, the chain. */
    private static Set<Object> places(Finding finding) {
        Set<Object> places = new LinkedHashSet<>();
        Stream.concat(Stream.of(finding.place()), finding.related().stream().map(Related::place))
                .forEach(place -> places.addAll(place(place)));
        return places;
    }

    private static Set<Object> place(Place place) {
        Set<Object> found = new LinkedHashSet<>();
        place.rule().ifPresent((Rule rule) -> found.add(rule));
        place.chain().filter(chain -> place.rule().isEmpty()).ifPresent((ChainName chain) -> found.add(chain));
        return found;
    }
}
