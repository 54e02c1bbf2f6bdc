package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Stream;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.lint.space.Shadow;
import kubenat.model.Chain;
import kubenat.model.Rule;

/** IPT004: rules stand after one that takes every packet. */
final class RuleAfterEnd extends ChainCheck {

    RuleAfterEnd() {
        super("IPT004", Level.WARNING, Interest.ALL.withRules(2));
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        List<Shadow> after =
                subject.shadows(chain).stream().filter(Shadow::everything).toList();
        return after.isEmpty() ? Stream.empty() : Stream.of(unreachable(after, subject));
    }

    private Finding unreachable(List<Shadow> after, Subject subject) {
        Rule first = after.get(0).rule();
        Rule end = after.get(0).by().get(0);
        String more = after.size() == 1
                ? ""
                : after.size() == 2
                        ? " nor to the rule after it"
                        : " nor to the %,d rules after it".formatted(after.size() - 1);
        return finding(
                        subject.at(first),
                        "no packet comes to rule %d of %s%s: rule %d takes every packet"
                                .formatted(first.number(), first.chain().name(), more, end.number()))
                .related(subject.at(end), Shadowing.takes(end))
                .withHelp("move %s before rule %d, or remove %s"
                        .formatted(after.size() == 1 ? "it" : "them", end.number(), after.size() == 1 ? "it" : "them"));
    }
}
