package kubenat.render.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Header;
import kubenat.model.packet.Packet;
import kubenat.trace.Outcome;

/**
 * The outcomes of a case by the conditions that they depend on. Shares add up only among outcomes that are possible together:
 * those of one world, and those of the first, which depend on nothing.
 */
final class Worlds {
    private final List<World> worlds = new ArrayList<>();
    private final List<Integer> ofOutcome = new ArrayList<>();

    /** What outcomes depend on, and the packets of the first of them. */
    private record World(List<Condition> when, Packet packet) {
        boolean excludes(World other) {
            Header mine = packet.original();
            Header others = other.packet.original();
            return mine.destinationPort().intersect(others.destinationPort()).isEmpty()
                    || mine.sourcePort().intersect(others.sourcePort()).isEmpty()
                    || mine.source().intersect(others.source()).isEmpty()
                    || mine.destination().intersect(others.destination()).isEmpty()
                    || contradict(when, other.when);
        }
    }

    Worlds(List<Outcome> outcomes) {
        Map<List<Condition>, Integer> numbers = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            List<Condition> when = outcome.when();
            Integer known = numbers.get(when);
            if (known == null) {
                known = numbers.size();
                numbers.put(when, known);
                worlds.add(new World(when, outcome.packet()));
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
        return worlds.get(world).when().isEmpty();
    }

    /** Whether no two of the worlds are possible together, those that are always so aside. */
    boolean areExclusive(BitSet some) {
        for (int a = some.nextSetBit(0); a >= 0; a = some.nextSetBit(a + 1)) {
            for (int b = some.nextSetBit(a + 1); b >= 0; b = some.nextSetBit(b + 1)) {
                if (!isAlways(a) && !isAlways(b) && !worlds.get(a).excludes(worlds.get(b))) {
                    return false;
                }
            }
        }
        return true;
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
