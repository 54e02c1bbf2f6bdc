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
import kubenat.render.text.Decision.Many;
import kubenat.render.text.Decision.Settled;
import kubenat.trace.Outcome;

/** Turns the outcomes of a case into few questions: those with the same answer for yes and no are not asked. */
final class Decider {
    /** An outcome, and those of its conditions that are not asked yet. */
    private record Open(List<Condition> when, Fate fate, double share) {
        boolean has(Condition condition) {
            return when.contains(condition);
        }

        /** What is left to ask when the answer is known. */
        Open given(Condition answer) {
            List<Condition> left =
                    when.stream().filter(c -> !Sense.implies(answer, c)).toList();
            return new Open(left, fate, share);
        }
    }

    /** From so many outcomes on no questions are asked: nobody would read the answers. */
    private static final int MANY = 64;

    private static final int MOST = 1000;

    private int questions;

    private Decider(int questions) {
        this.questions = questions;
    }

    /** Few questions, or, where no few lead to an answer, the outcomes as they are. */
    static Decision of(List<Outcome> outcomes, Places places, int questions) {
        List<Open> open = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            open.add(new Open(
                    outcome.when(), Fate.of(outcome, places), outcome.share().toDouble()));
        }
        Decider decider = new Decider(outcomes.size() > MANY ? 0 : Math.min(questions, MOST));
        Decision decision = decider.decide(open);
        Map<List<Condition>, Settled> ways = ways(open);
        return decider.questions >= 0 ? decision : ways.size() > questions ? Many.of(ways) : new Choice(ways);
    }

    private Decision decide(List<Open> open) {
        Map<List<Condition>, Settled> ways = ways(open);
        Settled first = ways.values().iterator().next();
        if (ways.values().stream().allMatch(first::equals) && (ways.size() == 1 || isWhole(first))) {
            return first;
        }
        Optional<Condition> question = questions > 0 ? question(open) : Optional.empty();
        questions--;
        if (question.isEmpty()) {
            questions -= ways.size() - 2;
            return new Choice(ways);
        }
        Condition yes = question.get();
        Condition no = Sense.opposite(yes);
        Decision ifYes = decide(those(open, yes));
        Decision ifNo = decide(those(open, no));
        return ifYes.equals(ifNo) ? ifYes : new Fork(yes, ifYes, ifNo);
    }

    /** Whether the shares are those of all packets, not of some that others complete. */
    private static boolean isWhole(Settled settled) {
        return settled.shares().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()
                > 1 - 1e-9;
    }

    private static List<Open> those(List<Open> open, Condition answer) {
        return open.stream()
                .filter(each -> each.when().stream().noneMatch(c -> Sense.exclude(answer, c)))
                .map(each -> each.given(answer))
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
            Condition opposite = Sense.opposite(condition);
            long count = open.stream()
                    .filter(each -> each.has(condition) || each.has(opposite))
                    .count();
            if (all.contains(opposite) && !Sense.isNegative(condition) && count > most) {
                best = Optional.of(condition);
                most = count;
            }
        }
        return best;
    }
}
