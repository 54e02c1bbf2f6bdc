package kubenat.heat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kubenat.model.Counters;
import kubenat.model.Rule;
import kubenat.model.match.Match;
import kubenat.model.match.Recent;
import kubenat.model.match.Statistic;
import kubenat.model.target.DestinationNat;
import kubenat.model.target.Goto;
import kubenat.model.target.Jump;
import kubenat.model.target.Target;

/** Finds the rules of a chain among which chance chooses: they follow each other, and the last of them takes the rest. */
final class DrawReader {
    /** Nobody has had more packets: such a counter is garbled. */
    private static final long MOST = 1L << 53;

    private final List<Rule> rules;

    DrawReader(List<Rule> rules) {
        this.rules = rules;
    }

    Optional<Draws> draws(Predicate<Rule> endings) {
        List<Rule> chosen = chosen();
        boolean isCounted = !chosen.isEmpty()
                && rules.stream().allMatch(DrawReader::isCounted)
                && rules.stream().anyMatch(rule -> packets(rule) > 0);
        if (!isCounted) {
            return Optional.empty();
        }
        double[] shares = shares(chosen);
        List<Draw> draws = new ArrayList<>();
        for (Rule rule : chosen) {
            draws.add(new Draw(rule, shares[draws.size()], packets(rule), returned(rule.target())));
        }
        return Optional.of(new Draws(chosen.get(0).chain(), draws, fairness(chosen, draws, endings)));
    }

    private static Fairness fairness(List<Rule> chosen, List<Draw> draws, Predicate<Rule> endings) {
        if (chosen.size() == 1) {
            return Fairness.ALONE;
        }
        if (chosen.stream().flatMap(DrawReader::statistics).anyMatch(each -> !each.isRandom())) {
            return Fairness.BY_TURNS;
        }
        return chosen.stream().allMatch(endings) ? Fairness.ofChance(draws) : Fairness.MAY_COME_BACK;
    }

    /** From the first rule that chance may choose to the one that takes the rest; without chance, what takes all at the end. */
    private List<Rule> chosen() {
        List<Rule> chosen = new ArrayList<>();
        for (Rule rule : rules) {
            boolean isByChance = statistics(rule).count() == 1;
            if ((isByChance || !chosen.isEmpty()) && !takesPart(rule)) {
                break;
            }
            if (isByChance || !chosen.isEmpty()) {
                chosen.add(rule);
            }
            if (!isByChance && !chosen.isEmpty()) {
                break;
            }
        }
        if (chosen.isEmpty() && !rules.isEmpty() && takesPart(rules.get(rules.size() - 1))) {
            chosen.add(rules.get(rules.size() - 1));
        }
        return chosen;
    }

    /** Whether a rule asks for nothing but chance, and takes the packet away. */
    private static boolean takesPart(Rule rule) {
        Target target = rule.target();
        return (target instanceof Jump || target instanceof Goto || target instanceof DestinationNat)
                && statistics(rule).count() <= 1
                && Endings.asksNothing(rule.matches().stream().filter(match -> !(match instanceof Statistic)));
    }

    private static Stream<Statistic> statistics(Rule rule) {
        return rule.matches().stream().filter(Statistic.class::isInstance).map(Statistic.class::cast);
    }

    /** What each should get of the packets that any of them gets. */
    private static double[] shares(List<Rule> chosen) {
        double[] shares = new double[chosen.size()];
        double left = 1;
        for (int i = 0; i < shares.length; i++) {
            double chance = statistics(chosen.get(i))
                    .mapToDouble(each -> each.negated()
                            ? each.share().rest().toDouble()
                            : each.share().toDouble())
                    .findFirst()
                    .orElse(1);
            shares[i] = left * chance;
            left -= shares[i];
        }
        for (int i = 0; i < shares.length && left < 1; i++) {
            shares[i] /= 1 - left;
        }
        return shares;
    }

    /** The packets that came to a target because their client is on a list. */
    private long returned(Target target) {
        return rules.stream()
                .filter(rule -> rule.target().name().equals(target.name())
                        && rule.matches().stream().anyMatch(DrawReader::isReturning))
                .mapToLong(DrawReader::packets)
                .sum();
    }

    private static boolean isReturning(Match match) {
        return match instanceof Recent recent
                && !recent.negated()
                && (recent.action() == Recent.Action.CHECK || recent.action() == Recent.Action.UPDATE);
    }

    private static boolean isCounted(Rule rule) {
        return rule.counters()
                .filter(counters -> Long.compareUnsigned(counters.packets(), MOST) < 0)
                .isPresent();
    }

    private static long packets(Rule rule) {
        return rule.counters().map(Counters::packets).orElse(0L);
    }
}
