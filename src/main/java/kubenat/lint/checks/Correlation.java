package kubenat.lint.checks;

import java.util.stream.Stream;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;

/** IPT008: two rules share some packets and do different things with them. */
final class Correlation extends ChainCheck {
    Correlation() {
        super("IPT008", Level.OFF, Interest.ALL.withRules(2));
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return Overlap.in(chain, subject).stream()
                .filter(overlap -> !overlap.isWider())
                .map(overlap -> correlated(overlap, subject));
    }

    private Finding correlated(Overlap overlap, Subject subject) {
        Rule earlier = overlap.earlier();
        Rule later = overlap.later();
        return finding(
                        subject.at(later),
                        "some packets fit rules %d and %d of %s: they get %s, and would get %s in the other order"
                                .formatted(
                                        earlier.number(),
                                        later.number(),
                                        later.chain().name(),
                                        earlier.target().words(),
                                        later.target().words()))
                .related(subject.at(earlier), "comes first");
    }
}
