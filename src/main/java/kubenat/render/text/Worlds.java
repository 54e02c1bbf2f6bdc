package kubenat.render.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Packet;
import kubenat.trace.Outcome;

/**
 * The outcomes of a case by the conditions that they depend on. Shares add up only among outcomes that are possible together:
 * those of one world, and those of the first, which depend on nothing.
 */
final class Worlds {
    private final Map<List<Condition>, Integer> numbers = new LinkedHashMap<>();
    private final List<Outcome> examples = new ArrayList<>();
    private final List<Integer> ofOutcome = new ArrayList<>();

    Worlds(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            List<Condition> when = outcome.when();
            Integer known = numbers.get(when);
            if (known == null) {
                known = numbers.size();
                numbers.put(when, known);
                examples.add(outcome);
            }
            ofOutcome.add(known);
        }
    }

    /** The number of the world of the outcome at an index. */
    int of(int outcome) {
        return ofOutcome.get(outcome);
    }

    /** Whether the outcomes of a world depend on nothing. */
    boolean isAlways(int world) {
        return examples.get(world).when().isEmpty();
    }

    /** Whether no two of the worlds are possible together, those that are always so aside. */
    boolean areExclusive(BitSet worlds) {
        for (int a = worlds.nextSetBit(0); a >= 0; a = worlds.nextSetBit(a + 1)) {
            for (int b = worlds.nextSetBit(a + 1); b >= 0; b = worlds.nextSetBit(b + 1)) {
                if (!isAlways(a) && !isAlways(b) && !areExclusive(examples.get(a), examples.get(b))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean areExclusive(Outcome one, Outcome other) {
        Packet a = one.packet();
        Packet b = other.packet();
        return a.original().source().intersect(b.original().source()).isEmpty()
                || a.original()
                        .sourcePort()
                        .intersect(b.original().sourcePort())
                        .isEmpty()
                || a.original()
                        .destination()
                        .intersect(b.original().destination())
                        .isEmpty()
                || a.original()
                        .destinationPort()
                        .intersect(b.original().destinationPort())
                        .isEmpty()
                || contradict(one.when(), other.when());
    }

    private static boolean contradict(List<Condition> one, List<Condition> other) {
        return one.stream().anyMatch(a -> other.stream().anyMatch(b -> contradict(a, b)));
    }

    private static boolean contradict(Condition a, Condition b) {
        return a.field().equals(b.field()) && a.value().equals(b.value()) && (isDenied(a, b) || isDenied(b, a));
    }

    private static boolean isDenied(Condition a, Condition b) {
        return a.denied().op().equals(b.op()) || a.op().equals("is") && b.op().equals("is not");
    }
}
