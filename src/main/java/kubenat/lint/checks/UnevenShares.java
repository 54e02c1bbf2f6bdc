package kubenat.lint.checks;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.RuleFields;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.packet.Share;

/** KN109: the endpoints of a Service do not get equal shares. */
final class UnevenShares extends ChainCheck {
    /** Endpoints that get so much more or less than an equal share are worth a word. */
    private static final double TOLERANCE = 0.01;

    /** kube-proxy up to 1.16 wrote probabilities with five decimals (computeProbability, %0.5f), later ones with ten. */
    private static final double ROUNDING = 0.000005 + 1e-9;

    UnevenShares() {
        super("KN109", Level.WARNING, Balance.CHAINS, Need.NAT);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return Balance.of(chain, subject)
                .filter(balance ->
                        balance.unclear().isEmpty() && balance.choices().size() > 1)
                .filter(balance -> !isEven(balance.choices()))
                .flatMap(balance -> uneven(chain, balance, subject))
                .stream();
    }

    /**
     * Most chains are as they should be to ten decimals, which is seen without computing shares: probabilities that are off by
     * less than a fifth of the tolerance for each endpoint do not add up to it.
     */
    private static boolean isEven(List<Rule> choices) {
        return isAsWritten(choices, TOLERANCE / 5 / choices.size()) && areDistinct(choices);
    }

    private static boolean isAsWritten(List<Rule> choices, double rounding) {
        int left = choices.size();
        for (Rule choice : choices) {
            if (Math.abs(Balance.chance(choice).toDouble() - 1.0 / left) > rounding) {
                return false;
            }
            left--;
        }
        return true;
    }

    private static boolean areDistinct(List<Rule> choices) {
        return choices.stream().map(rule -> rule.target().name()).distinct().count() == choices.size();
    }

    private Optional<Finding> uneven(Chain chain, Balance balance, Subject subject) {
        Map<String, Share> shares = new LinkedHashMap<>();
        List<Share> each = balance.shares();
        for (int i = 0; i < each.size(); i++) {
            shares.merge(new RuleFields(balance.choices().get(i)).chain().orElse(""), each.get(i), Share::plus);
        }
        double sum = balance.left().rest().toDouble();
        double even = sum / shares.size();
        Map.Entry<String, Share> least = extreme(shares, false);
        Map.Entry<String, Share> most = extreme(shares, true);
        double off = Math.max(
                most.getValue().toDouble() - even, even - least.getValue().toDouble());
        if (off <= TOLERANCE * even) {
            return Optional.empty();
        }
        Finding finding = finding(
                subject.at(chain),
                "the endpoints of %s get from %s (%s) to %s (%s) of the new clients instead of %s each"
                        .formatted(
                                KubeChains.label(subject, chain.name()),
                                Percentage.of(least.getValue()),
                                least.getKey(),
                                Percentage.of(most.getValue()),
                                most.getKey(),
                                Percentage.of(even)));
        boolean rounded = isAsWritten(balance.choices(), ROUNDING) && areDistinct(balance.choices());
        return Optional.of(
                rounded
                        ? finding.withLevel(Level.INFO)
                                .withHelp(
                                        "kube-proxy up to 1.16 writes probabilities with five decimals; newer ones are exact")
                        : finding.withHelp(
                                "kube-proxy writes 1/n, 1/(n-1), ..., 1/2 and nothing for the last; if the node has it"
                                        + " otherwise, restart kube-proxy: it writes all chains again"));
    }

    private static Map.Entry<String, Share> extreme(Map<String, Share> shares, boolean most) {
        Comparator<Map.Entry<String, Share>> byShare =
                Comparator.comparingDouble(entry -> entry.getValue().toDouble());
        return shares.entrySet().stream()
                .max(most ? byShare : byShare.reversed())
                .orElseThrow();
    }
}
