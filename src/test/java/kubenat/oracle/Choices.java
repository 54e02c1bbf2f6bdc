package kubenat.oracle;

import java.util.List;
import java.util.Map;
import java.util.Random;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Fact;
import kubenat.model.packet.InterfacePattern;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.Packet;
import kubenat.trace.Outcome;

/**
 * One world: what is so of all that the rules and the packet leave open. Of all that the tracer says, it picks what happens.
 *
 * @param in the interface that the packet comes in by
 * @param out the one that it leaves by, where routes are not known
 */
record Choices(Packet packet, String in, String out, long seed) {

    /** The outcomes that are this packet's in this world. */
    List<Outcome> of(List<Outcome> outcomes) {
        return outcomes.stream().filter(outcome -> fits(outcome.packet())).toList();
    }

    private boolean fits(Packet found) {
        return found.original().source().containsAll(packet.original().source())
                && found.original()
                        .sourcePort()
                        .intersect(packet.original().sourcePort())
                        .equals(packet.original().sourcePort())
                && fits(found.in(), in)
                && fitsOut(found.out())
                && found.facts().known().entrySet().stream().allMatch(this::fits)
                && found.decisions().taken().entrySet().stream()
                        .allMatch(taken -> !taken.getKey().isQuestion() || holds(taken.getKey()) == taken.getValue());
    }

    private boolean fits(Map.Entry<Fact, ?> known) {
        var wanted = packet.facts().of(known.getKey());
        return wanted.minus((kubenat.model.packet.NumberSet) known.getValue()).isEmpty();
    }

    private boolean fitsOut(InterfaceSet found) {
        return found.name().isPresent() && !found.isNot().contains(new InterfacePattern("lo")) || fits(found, out);
    }

    private static boolean fits(InterfaceSet found, String name) {
        return found.is().stream().allMatch(pattern -> pattern.matches(name))
                && found.isNot().stream().noneMatch(pattern -> pattern.matches(name));
    }

    /**
     * By a coin that always falls the same way for the same question; a sender has one hardware address of no rule, its own is a
     * usual one, and the source stands in what it sends, not in its socket.
     */
    private boolean holds(Condition condition) {
        return switch (condition.field()) {
            case "outInterface" -> new InterfacePattern(condition.value()).matches(out);
            case "mac", "destinationMac", "sender" -> false;
            case "source" -> condition.value().startsWith("UNICAST");
            default -> new Random(seed ^ condition.hashCode() * 0x9e3779b97f4a7c15L).nextBoolean();
        };
    }
}
