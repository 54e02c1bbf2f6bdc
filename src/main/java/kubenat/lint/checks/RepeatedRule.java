package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.graph.Handover;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;

/** IPT009: the same rule stands more than once in a chain. */
final class RepeatedRule extends ChainCheck {
    private static final int RUNAWAY = 3;
    private static final int MOST_SHOWN = 5;

    RepeatedRule() {
        super("IPT009", Level.ERROR, Interest.ALL.withRules(2));
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return Repeats.in(chain).stream()
                .filter(group ->
                        !(Remedy.isBuiltIn(chain) && Handover.of(group.get(0)).isPresent()))
                .map(group -> repeated(group, subject));
    }

    private Finding repeated(List<Rule> group, Subject subject) {
        Rule first = group.get(0);
        Rule last = group.get(group.size() - 1);
        String numbers = group.stream()
                .limit(MOST_SHOWN)
                .map(rule -> Integer.toString(rule.number()))
                .collect(Collectors.joining(", "));
        Finding finding = finding(
                        subject.at(group.get(1)),
                        "the same rule stands %s in %s: rules %s%s"
                                .formatted(
                                        group.size() == 2 ? "twice" : "%,d times".formatted(group.size()),
                                        first.chain().name(),
                                        numbers,
                                        group.size() > MOST_SHOWN ? ", … " + last.number() : ""))
                .related(subject.at(first), "is the first of them")
                .withHelp("find the program that adds it again and again; then remove all but one, the last first: "
                        + Remedy.delete(subject, last));
        return group.size() < RUNAWAY ? finding.withLevel(Level.WARNING) : finding;
    }
}
