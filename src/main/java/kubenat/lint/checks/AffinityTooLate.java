package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Stream;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.match.Recent;

/** KN129: a rule by chance comes before the rules for clients that were seen before. */
final class AffinityTooLate extends ChainCheck {

    AffinityTooLate() {
        super("KN129", Level.ERROR, Balance.CHAINS.with(Recent.class), Need.NAT);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return Balance.of(chain, subject)
                .filter(balance ->
                        !balance.sticky().isEmpty() && !balance.choices().isEmpty())
                .stream()
                .flatMap(balance -> late(balance.choices().get(0), balance.sticky(), subject));
    }

    private Stream<Finding> late(Rule first, List<Rule> sticky, Subject subject) {
        return sticky.stream()
                .filter(rule -> rule.number() > first.number())
                .limit(1)
                .map(rule -> Witnesses.to(
                        finding(
                                        subject.at(rule),
                                        "%s chooses by chance before it looks for clients that were seen before, so these do not stay with an endpoint"
                                                .formatted(KubeChains.label(subject, rule.chain())))
                                .related(subject.at(first), "chooses first")
                                .withHelp("restart kube-proxy: it writes all chains again"),
                        subject,
                        rule.chain()));
    }
}
