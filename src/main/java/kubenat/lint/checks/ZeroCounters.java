package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Stream;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Counters;
import kubenat.model.Rule;
import kubenat.model.target.Drop;
import kubenat.model.target.Reject;

/** IPT030: a rule that no packet has met while its neighbours were met. */
final class ZeroCounters extends ChainCheck {
    ZeroCounters() {
        super("IPT030", Level.OFF);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        List<Rule> counted = chain.rules().stream()
                .filter(rule -> rule.counters().isPresent())
                .toList();
        boolean busy = counted.stream().anyMatch(rule -> packets(rule) > 0);
        return busy
                ? counted.stream()
                        .filter(rule -> packets(rule) == 0 && !refuses(rule))
                        .map(rule -> finding(
                                subject.at(rule),
                                "rule %d of %s has not been met since the counters began, others of the chain have"
                                        .formatted(rule.number(), rule.chain().name())))
                : Stream.empty();
    }

    private static long packets(Rule rule) {
        return rule.counters().map(Counters::packets).orElse(0L);
    }

    /** What refuses packets is there for those that should not come. */
    private static boolean refuses(Rule rule) {
        return rule.target() instanceof Drop || rule.target() instanceof Reject;
    }
}
