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

/** KN128: clients are kept at an endpoint that new clients are not sent to. */
final class AffinityToMissingEndpoint extends ChainCheck {

    AffinityToMissingEndpoint() {
        super("KN128", Level.WARNING, Balance.CHAINS.with(Recent.class), Need.NAT);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return Balance.of(chain, subject).stream()
                .flatMap(balance -> balance.sticky().stream()
                        .filter(rule -> balance.choices().stream()
                                .noneMatch(choice -> choice.target()
                                        .name()
                                        .equals(rule.target().name())))
                        .filter(rule -> balance.unclear().isEmpty())
                        .map(rule -> kept(rule, subject)));
    }

    private Finding kept(Rule rule, Subject subject) {
        String endpoint = new RuleFields(rule).chain().orElse("");
        Finding finding = finding(
                        subject.at(rule).marking("-j " + endpoint),
                        "%s keeps clients at %s, to which it sends no new ones: that endpoint may be gone"
                                .formatted(KubeChains.label(subject, rule.chain()), endpoint))
                .withHelp("compare with kubectl get endpointslices; restart kube-proxy: it writes all chains again");
        return Wholeness.doubt(subject, finding);
    }
}
