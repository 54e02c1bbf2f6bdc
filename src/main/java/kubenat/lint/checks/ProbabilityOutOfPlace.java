package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kubenat.kube.RuleFields;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.match.Match;
import kubenat.model.match.Unmodelled;
import kubenat.model.packet.Share;

/** KN111: a probability leaves nothing for the endpoints after it, or is none. */
final class ProbabilityOutOfPlace extends ChainCheck {

    ProbabilityOutOfPlace() {
        super("KN111", Level.ERROR, Balance.CHAINS, Need.NAT);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return Balance.of(chain, subject).stream().flatMap(balance -> outOfPlace(chain, balance, subject).stream());
    }

    private List<Finding> outOfPlace(Chain chain, Balance balance, Subject subject) {
        List<Finding> found = new ArrayList<>();
        List<Rule> choices = balance.choices();
        for (int i = 0; i < choices.size(); i++) {
            Share chance = Balance.chance(choices.get(i));
            if (chance.equals(Share.ALL) && i < choices.size() - 1) {
                found.add(all(chain, choices.get(i), choices.size() - 1 - i, subject));
                break;
            }
            if (chance.isZero()) {
                found.add(none(choices.get(i), subject));
            }
        }
        balance.unclear().stream()
                .filter(ProbabilityOutOfPlace::isNoProbability)
                .forEach(rule -> found.add(unreadable(rule, subject)));
        return found;
    }

    private Finding all(Chain chain, Rule rule, int after, Subject subject) {
        Finding finding = finding(
                        subject.at(rule),
                        "rule %d of %s takes all clients: the %s after it get%s none"
                                .formatted(
                                        rule.number(),
                                        KubeChains.label(subject, chain.name()),
                                        after == 1 ? "endpoint" : after + " endpoints",
                                        after == 1 ? "s" : ""))
                .withHelp(
                        "only the last rule to an endpoint takes all that is left; restart kube-proxy: it writes all chains again");
        return Witnesses.to(finding, subject, chain.name());
    }

    private Finding none(Rule rule, Subject subject) {
        String endpoint = new RuleFields(rule).chain().orElse("");
        return finding(
                        subject.at(rule).marking("--probability"),
                        "%s gets no client: the probability is 0".formatted(endpoint))
                .withHelp("restart kube-proxy: it writes all chains again");
    }

    /** What is no number from 0 to 1 is kept as it stands. */
    private static boolean isNoProbability(Rule rule) {
        for (Match match : rule.matches()) {
            if (match instanceof Unmodelled kept && kept.text().contains("--probability")) {
                return true;
            }
        }
        return false;
    }

    private Finding unreadable(Rule rule, Subject subject) {
        return finding(
                        subject.at(rule).marking("--probability"),
                        "the probability of rule %d of %s is no number from 0 to 1"
                                .formatted(rule.number(), rule.chain().name()))
                .withHelp("the kernel has no such rule, so the dump was edited: take it anew");
    }
}
