package kubenat.render.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kubenat.model.packet.Condition;
import kubenat.render.text.Decision.Choice;
import kubenat.render.text.Decision.Fork;
import kubenat.render.text.Decision.Settled;
import kubenat.trace.Outcome;

/** Turns the outcomes of a case into few questions: those with the same answer for yes and no are not asked. */
final class Decider {
    /** An outcome, and those of its conditions that are not asked yet. */
    private record Open(List<Condition> when, Fate fate, double share) {
        boolean has(Condition condition) {
            return when.contains(condition);
        }

        Open without(Condition one, Condition other) {
            List<Condition> left = when.stream()
                    .filter(c -> !c.equals(one) && !c.equals(other))
                    .toList();
            return new Open(left, fate, share);
        }
    }

    private Decider() {}

    static Decision of(List<Outcome> outcomes, Places places) {
        List<Open> open = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            open.add(new Open(
                    outcome.when(), Fate.of(outcome, places), outcome.share().toDouble()));
        }
        return decide(open);
    }

    private static Decision decide(List<Open> open) {
        Map<List<Condition>, Settled> ways = ways(open);
        Settled first = ways.values().iterator().next();
        if (ways.values().stream().allMatch(first::equals) && (ways.size() == 1 || isWhole(first))) {
            return first;
        }
        Optional<Condition> question = question(open);
        if (question.isEmpty()) {
            return new Choice(ways);
        }
        Condition yes = question.get();
        Condition no = opposite(yes);
        Decision ifYes = decide(those(open, yes, no));
        Decision ifNo = decide(those(open, no, yes));
        return ifYes.equals(ifNo) ? ifYes : new Fork(yes, ifYes, ifNo);
    }

    /** Whether the shares are those of all packets, not of some that others complete. */
    private static boolean isWhole(Settled settled) {
        return settled.shares().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()
                > 1 - 1e-9;
    }

    private static List<Open> those(List<Open> open, Condition wanted, Condition unwanted) {
        return open.stream()
                .filter(each -> !each.has(unwanted))
                .map(each -> each.without(wanted, unwanted))
                .toList();
    }

    private static Map<List<Condition>, Settled> ways(List<Open> open) {
        Map<List<Condition>, Map<Fate, Double>> shares = new LinkedHashMap<>();
        for (Open each : open) {
            shares.computeIfAbsent(each.when(), none -> new LinkedHashMap<>())
                    .merge(each.fate(), each.share(), Double::sum);
        }
        Map<List<Condition>, Settled> ways = new LinkedHashMap<>();
        shares.forEach((when, fates) -> ways.put(when, new Settled(fates)));
        return ways;
    }

    /** The condition that most outcomes depend on, one way or the other. */
    private static Optional<Condition> question(List<Open> open) {
        Set<Condition> all = new LinkedHashSet<>();
        open.forEach(each -> all.addAll(each.when()));
        Optional<Condition> best = Optional.empty();
        long most = 0;
        for (Condition condition : all) {
            Condition opposite = opposite(condition);
            long count = open.stream()
                    .filter(each -> each.has(condition) || each.has(opposite))
                    .count();
            if (all.contains(opposite) && !isNegative(condition) && count > most) {
                best = Optional.of(condition);
                most = count;
            }
        }
        return best;
    }

    private static boolean isNegative(Condition condition) {
        return condition.op().startsWith("not ")
                || condition.op().equals("is not")
                || condition.op().startsWith("does not");
    }

    /** The condition as an outcome has it for which this one does not hold. */
    private static Condition opposite(Condition condition) {
        String words = condition.words();
        return switch (condition.op()) {
            case "in" ->
                new Condition(condition.field(), "not in", condition.value(), words.replaceFirst(" in ", " not in "));
            case "is" ->
                new Condition(condition.field(), "is not", condition.value(), words.replaceFirst(" is ", " is not "));
            default -> condition.denied();
        };
    }
}
