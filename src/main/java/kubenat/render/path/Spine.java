package kubenat.render.path;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kubenat.graph.Handover;
import kubenat.model.ChainName;
import kubenat.model.Hook;
import kubenat.model.TableName;
import kubenat.trace.Outcome;
import kubenat.trace.Step;
import kubenat.trace.Verdict;

/**
 * The steps that led to the rule which decided where packets go: from the hook's own chain, handover by handover.
 *
 * @param steps the last is the decision; none when no rule decided
 * @param end how many steps of the path belong to it; what follows is the way out
 */
public record Spine(List<Step> steps, int end) {
    public Spine {
        steps = List.copyOf(steps);
    }

    static Spine of(Outcome outcome) {
        List<Step> path = outcome.path();
        Optional<Step> decision = decision(outcome);
        if (decision.isEmpty()) {
            return new Spine(List.of(), arrival(path));
        }
        int at = path.lastIndexOf(decision.get());
        return new Spine(to(path, at), at + 1);
    }

    private static Optional<Step> decision(Outcome outcome) {
        if (outcome.translated()) {
            return outcome.destinationNat();
        }
        boolean byRule = switch (outcome.verdict()) {
            case DROPPED -> outcome.why().isEmpty();
            case REJECTED, UNKNOWN -> true;
            default -> false;
        };
        return outcome.decidedBy().filter(step -> byRule);
    }

    /** Whether a rule or policy after the decision ends the way, such as a DROP in filter for what is translated. */
    static boolean isLostLater(Outcome outcome) {
        return outcome.translated() && !outcome.verdict().isDelivered();
    }

    /** Whether it was not a rule that lost the packets, but the lack of a route and the like. */
    static boolean isLostByRouting(Outcome outcome) {
        return outcome.verdict() == Verdict.DROPPED && !outcome.why().isEmpty();
    }

    /** The chain that the decision leads to, if the dump does not have it. */
    Optional<ChainName> missing(Chains chains) {
        return steps.isEmpty()
                ? Optional.empty()
                : handsTo(steps.get(steps.size() - 1)).filter(chains::isMissing);
    }

    /** The steps from the chain of the hook to the one at the place given. */
    static List<Step> to(List<Step> path, int place) {
        Deque<Step> steps = new ArrayDeque<>(List.of(path.get(place)));
        for (int i = place - 1; i >= 0; i--) {
            if (isHanding(path.get(i), steps.element())) {
                steps.push(path.get(i));
            }
        }
        return List.copyOf(steps);
    }

    private static boolean isHanding(Step from, Step to) {
        return from.kind() == Step.Kind.RULE
                && from.hook() == to.hook()
                && handsTo(from).filter(to.chain()::equals).isPresent();
    }

    /** The chain that a step hands packets to. */
    static Optional<ChainName> handsTo(Step step) {
        return step.rule().flatMap(Handover::of).map(Handover::to);
    }

    private static int arrival(List<Step> path) {
        int end = 0;
        for (int i = 0; i < path.size(); i++) {
            end = isArrival(path.get(i)) ? i + 1 : end;
        }
        return end;
    }

    /** Whether a step belongs to where nat could have rewritten the destination. */
    private static boolean isArrival(Step step) {
        TableName table = step.chain().table();
        return step.hook() == Hook.PREROUTING
                || step.hook() == Hook.OUTPUT && table != TableName.FILTER && table != TableName.SECURITY;
    }
}
