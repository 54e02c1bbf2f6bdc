package kubenat.lint.checks;

import java.util.Set;
import java.util.stream.Stream;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.match.Unmodelled;
import kubenat.model.target.UnmodelledTarget;
import kubenat.model.target.UnreadableTarget;

/** IPT013: iptables could not print a rule that a newer one wrote. */
final class UnsupportedRevision extends ChainCheck {
    private static final String MARK = "[unsupported revision]";

    UnsupportedRevision() {
        super(
                "IPT013",
                Level.ERROR,
                Interest.ALL.with(UnreadableTarget.class, UnmodelledTarget.class, Unmodelled.class));
    }

    @Override
    public Set<String> replaces() {
        return Set.of("SYN005", "SYN006", "SYN001");
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return chain.rules().stream()
                .filter(rule -> mayHoldIt(rule) && rule.text().contains(MARK))
                .map(rule -> unsupported(rule, subject));
    }

    /** The words are no option of anything, so they end in a part that is not modelled. */
    private static boolean mayHoldIt(Rule rule) {
        return rule.target() instanceof UnreadableTarget
                || rule.target() instanceof UnmodelledTarget
                || rule.matches().stream().anyMatch(Unmodelled.class::isInstance);
    }

    private Finding unsupported(Rule rule, Subject subject) {
        boolean target = rule.target() instanceof UnreadableTarget || rule.target() instanceof UnmodelledTarget;
        String what = target ? "options of the target " + rule.target().name() : "options of a match";
        return finding(
                        subject.at(rule).marking(MARK),
                        "the %s are not in the dump: the iptables that printed it is older than the one that wrote the rule"
                                .formatted(what))
                .withHelp("take the dump with the iptables of the program that wrote the rule, such as:"
                        + " kubectl exec -n kube-system kube-proxy-… -- iptables-save");
    }
}
