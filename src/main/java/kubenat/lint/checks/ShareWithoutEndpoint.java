package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.Proof;
import kubenat.kube.RuleFields;
import kubenat.kube.ServicePortName;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.packet.Share;

/** KN108: some new clients of a Service get no endpoint. */
final class ShareWithoutEndpoint extends ChainCheck {
    private static final String AGAIN =
            "if the line is cut, take the dump anew; if the node has it so, restart kube-proxy: it writes all chains again";

    ShareWithoutEndpoint() {
        super("KN108", Level.ERROR, Balance.CHAINS, Need.NAT);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return Balance.of(chain, subject).stream().flatMap(balance -> lost(chain, balance, subject).stream());
    }

    private List<Finding> lost(Chain chain, Balance balance, Subject subject) {
        List<Finding> found = new ArrayList<>();
        List<Rule> choices = balance.choices();
        for (int i = 0; i < choices.size(); i++) {
            String endpoint = new RuleFields(choices.get(i)).chain().orElse("");
            if (subject.calls().anyMissing(TableName.NAT)
                    && subject.ruleset().chain(KubeChains.nat(endpoint)).isEmpty()) {
                found.add(missing(
                        chain, choices.get(i), endpoint, balance.shares().get(i), subject));
            }
        }
        boolean open = choices.isEmpty()
                || !Balance.chance(choices.get(choices.size() - 1)).equals(Share.ALL);
        if (open) {
            Rule last = chain.rules().get(chain.rules().size() - 1);
            Finding finding = left(chain, last, balance.left(), subject);
            found.add(balance.unclear().isEmpty() ? finding : finding.onlyPossible());
        }
        return found.stream()
                .map(finding -> Wholeness.doubt(subject, chain, Witnesses.to(finding, subject, chain.name())))
                .toList();
    }

    private Finding missing(Chain chain, Rule rule, String endpoint, Share share, Subject subject) {
        return finding(
                        subject.at(rule).marking("-j " + endpoint),
                        "%s of the new clients of %s go nowhere: %s is not in the dump"
                                .formatted(Percentage.of(share), KubeChains.label(subject, chain.name()), endpoint))
                .withHelp(cut(rule, endpoint, subject).orElse(AGAIN));
    }

    /** The endpoint that a cut name stands for, if the hash in the whole name proves that it is this Service port's. */
    private static Optional<String> cut(Rule rule, String endpoint, Subject subject) {
        Optional<ServicePortName> service = subject.names().of(rule.chain());
        return subject.names()
                .repaired(KubeChains.nat(endpoint))
                .filter(whole -> subject.names()
                        .named(whole)
                        .filter(named -> named.proof() == Proof.PROVED)
                        .filter(named -> service.filter(named.name()::equals).isPresent())
                        .isPresent())
                .map(whole -> "the line is cut: %s (%s) is meant, as the hash in its name proves; take the dump anew"
                        .formatted(whole.name(), KubeChains.destination(subject, whole)));
    }

    private Finding left(Chain chain, Rule last, Share left, Subject subject) {
        String label = KubeChains.label(subject, chain.name());
        return finding(
                        subject.at(last),
                        "%s of the new clients of %s get no endpoint: the chain ends without a rule for all that are left"
                                .formatted(Percentage.of(left), label))
                .withHelp("the last rule to an endpoint has no --probability: if it is cut off, take the dump anew;"
                        + " if the node lacks it, restart kube-proxy: it writes all chains again");
    }
}
