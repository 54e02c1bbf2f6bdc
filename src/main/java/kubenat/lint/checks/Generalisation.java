package kubenat.lint.checks;

import java.util.stream.Stream;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;

/** IPT007: a later rule is wider than an earlier one that does something else. */
final class Generalisation extends ChainCheck {
    Generalisation() {
        super("IPT007", Level.OFF, Interest.ALL.withRules(2));
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return Overlap.in(chain, subject).stream().filter(Overlap::isWider).map(overlap -> wider(overlap, subject));
    }

    private Finding wider(Overlap overlap, Subject subject) {
        Rule earlier = overlap.earlier();
        Rule later = overlap.later();
        return finding(
                        subject.at(later),
                        "rule %d of %s takes what rule %d leaves of its packets, and does something else: %s, not %s"
                                .formatted(
                                        later.number(),
                                        later.chain().name(),
                                        earlier.number(),
                                        later.target().words(),
                                        earlier.target().words()))
                .related(subject.at(earlier), "is an exception to it");
    }
}
