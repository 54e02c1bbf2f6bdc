package kubenat.lint.checks;

import java.util.Set;
import java.util.stream.Stream;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.target.UnreadableTarget;

/** IPT020: the dump is a piece of what the node holds. */
final class IncompleteInput extends ChainCheck {
    IncompleteInput() {
        super("IPT020", Level.WARNING, Interest.ALL.with(UnreadableTarget.class));
    }

    @Override
    public Set<String> replaces() {
        return Set.of("SYN008");
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        return Reading.of(subject, "SYN008")
                .filter(sign -> !sign.message().contains("another backend"))
                .map(sign -> finding(
                                Reading.place(sign),
                                sign.message().replaceAll("\\.$", "") + "; what is said of it may be wrong")
                        .withHelp("take it anew, as root: iptables-save > node.rules"));
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return chain.rules().stream()
                .filter(rule -> rule.target() instanceof UnreadableTarget cut
                        && cut.name().isEmpty())
                .map(rule -> finding(subject.at(rule), "the dump ends within this line; what came after it is missing")
                        .withHelp("take it anew, as root: iptables-save > node.rules"));
    }
}
