package kubenat.lint.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.lint.space.Shadow;
import kubenat.model.Chain;
import kubenat.model.Rule;

/** IPT006: earlier rules take all that a rule could, and do the same with it. */
final class RedundantRule extends ChainCheck {

    RedundantRule() {
        super("IPT006", Level.INFO, Interest.ALL.withRules(2));
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        List<Shadow> shadows = subject.shadows(chain).stream()
                .filter(shadow -> !shadow.everything() && Shadowing.doesTheSame(shadow))
                .toList();
        if (shadows.isEmpty()) {
            return Stream.empty();
        }
        Set<Rule> repeated = new HashSet<>();
        Repeats.in(chain).forEach(group -> repeated.addAll(group.subList(1, group.size())));
        return shadows.stream()
                .filter(shadow -> !repeated.contains(shadow.rule()))
                .map(shadow -> redundant(shadow, subject));
    }

    private Finding redundant(Shadow shadow, Subject subject) {
        Rule rule = shadow.rule();
        Finding finding = finding(
                subject.at(rule),
                "rule %d of %s changes nothing: %s %s the same with all packets that it asks for"
                        .formatted(
                                rule.number(),
                                rule.chain().name(),
                                Shadowing.rules(shadow.by()),
                                shadow.by().size() == 1 ? "does" : "do"));
        return Shadowing.related(finding, shadow, subject)
                .withHelp("it can be removed: " + Remedy.delete(subject, rule));
    }
}
