package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.RuleFields;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.packet.Share;

/** KN110: probabilities look uneven, but the shares are equal: the most common misreading of all. */
final class SharesAreEqual extends Check {
    /** With two endpoints there is one probability, and nobody wonders. */
    private static final int WORTH_A_WORD = 3;

    private static final int MOST_NAMED = 6;

    SharesAreEqual() {
        super("KN110", Level.INFO, Need.NAT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        return KubeChains.all(subject, ChainRole.SVC)
                .filter(chain -> chain.size() >= WORTH_A_WORD)
                .flatMap(chain -> equal(chain, subject).stream())
                .limit(1);
    }

    private Optional<Finding> equal(Chain chain, Subject subject) {
        return Balance.of(chain)
                .filter(balance -> balance.choices().size() >= WORTH_A_WORD
                        && balance.unclear().isEmpty())
                .filter(SharesAreEqual::isEqual)
                .map(balance -> equal(chain, balance.choices(), subject));
    }

    private static boolean isEqual(Balance balance) {
        List<Share> shares = balance.shares();
        return shares.stream().allMatch(share -> share.isCloseTo(shares.get(0)));
    }

    private Finding equal(Chain chain, List<Rule> choices, Subject subject) {
        String chances = choices.stream()
                .limit(MOST_NAMED)
                .map(rule -> new RuleFields(rule)
                        .statistic()
                        .map(chance -> Percentage.of(chance.share()))
                        .orElse("no probability"))
                .collect(Collectors.joining(", "));
        return finding(
                        subject.at(choices.get(0)),
                        "the rules of %s say %s%s, and each of the %d endpoints gets %s of the new clients"
                                .formatted(
                                        KubeChains.label(subject, chain.name()),
                                        chances,
                                        choices.size() > MOST_NAMED ? " ..." : "",
                                        choices.size(),
                                        Percentage.of(1.0 / choices.size())))
                .withHelp(
                        "this is as it should be, here and in other chains: a rule is tried only for what those before it have left");
    }
}
