package kubenat.lint.checks;

import java.util.stream.Stream;
import kubenat.kube.RuleFields;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.match.Recent;

/** KN149: clients of a Service are kept at one endpoint. */
final class ClientAffinity extends ChainCheck {

    ClientAffinity() {
        super("KN149", Level.INFO, Balance.CHAINS.with(Recent.class), Need.NAT);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return Balance.of(chain, subject)
                .filter(balance -> !balance.sticky().isEmpty())
                .map(balance -> kept(chain, balance, subject))
                .stream();
    }

    private Finding kept(Chain chain, Balance balance, Subject subject) {
        Rule first = balance.sticky().get(0);
        Recent recent = new RuleFields(first).recent().orElseThrow();
        Finding finding = finding(
                        subject.at(first).marking("-m recent"),
                        "clients of %s stay with one of its %d endpoints until %,d seconds after their last new connection"
                                .formatted(
                                        KubeChains.label(subject, chain.name()),
                                        balance.choices().size(),
                                        recent.seconds()))
                .related(
                        subject.at(
                                balance.choices().isEmpty()
                                        ? first
                                        : balance.choices().get(0)),
                        "chooses for clients that are new")
                .withHelp(
                        "sessionAffinity: ClientIP of the Service; the rules know a client by its address, each port of a Service has lists of its own,"
                                + " and retries count as new connections");
        return Witnesses.to(finding, subject, chain.name());
    }
}
