package kubenat.lint.checks;

import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.match.MarkMatch;
import kubenat.model.target.Masquerade;
import kubenat.model.target.Return;

/** KN103: KUBE-POSTROUTING holds the rules of two versions of kube-proxy. */
final class TwoPostroutingVersions extends ChainCheck {

    TwoPostroutingVersions() {
        super("KN103", Level.ERROR, Interest.in(TableName.NAT, ChainRole.POSTROUTING), Need.NAT);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        Optional<Rule> old = chain.rules().stream()
                .filter(rule -> rule.target() instanceof Masquerade && isMarkTest(rule, false))
                .findFirst();
        Optional<Rule> current = chain.rules().stream()
                .filter(rule -> rule.target() instanceof Return && isMarkTest(rule, true))
                .findFirst();
        return old.isPresent() && current.isPresent()
                ? Stream.of(both(old.get(), current.get(), subject))
                : Stream.empty();
    }

    private static boolean isMarkTest(Rule rule, boolean negated) {
        return rule.matches().stream().anyMatch(match -> match instanceof MarkMatch mark && mark.negated() == negated);
    }

    private Finding both(Rule old, Rule current, Subject subject) {
        boolean first = old.number() < current.number();
        String effect = first
                ? "the rule of the older one comes first and takes all marked packets, so the newer ones have no effect"
                : "the rule of the older one is left over and takes no packet";
        Finding finding = finding(
                        subject.at(old), "KUBE-POSTROUTING has rules of two versions of kube-proxy: " + effect)
                .related(subject.at(current), "begins the rules of the newer one")
                .withHelp(
                        "iptables -t nat -D KUBE-POSTROUTING %d; look for a second kube-proxy, or a node agent that brings its own rules"
                                .formatted(old.number()));
        return first ? finding : finding.withLevel(Level.WARNING);
    }
}
