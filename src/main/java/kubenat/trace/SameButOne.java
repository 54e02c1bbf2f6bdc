package kubenat.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Decisions;
import kubenat.model.packet.Header;
import kubenat.model.packet.InterfacePattern;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.Packet;

/**
 * Two sets of packets that are one set together: all known facts are the same but one, and in that they add up. Sets that have
 * packets in common are not: those have the shares of both.
 */
final class SameButOne {
    private SameButOne() {}

    static Optional<Packet> join(Packet one, Packet other) {
        return decision(one, other).or(() -> source(one, other)).or(() -> interfaces(one, other));
    }

    private static Optional<Packet> decision(Packet one, Packet other) {
        Map<Condition, Boolean> common = new LinkedHashMap<>(one.decisions().taken());
        common.entrySet().retainAll(other.decisions().taken().entrySet());
        boolean flipped = one.decisions().taken().size() == common.size() + 1
                && one.decisions()
                        .taken()
                        .keySet()
                        .equals(other.decisions().taken().keySet());
        Packet bare = one.with(new Decisions(common));
        return flipped && bare.equals(other.with(new Decisions(common))) ? Optional.of(bare) : Optional.empty();
    }

    private static Optional<Packet> source(Packet one, Packet other) {
        AddressSet mine = one.original().source();
        AddressSet others = other.original().source();
        if (!mine.intersect(others).isEmpty()) {
            return Optional.empty();
        }
        Packet first = withSource(one, mine.union(others));
        return first.equals(withSource(other, mine.union(others))) ? Optional.of(first) : Optional.empty();
    }

    /** The packets of other sources; the source after SNAT stays. */
    static Packet withSource(Packet packet, AddressSet source) {
        Header original = packet.original().withSource(source);
        return packet.connection().sourceRewritten() ? packet.withOriginal(original) : packet.narrowSource(source);
    }

    private static Optional<Packet> interfaces(Packet one, Packet other) {
        Optional<InterfaceSet> in = join(one.in(), other.in());
        if (in.isPresent() && one.withIn(in.get()).equals(other.withIn(in.get()))) {
            return Optional.of(one.withIn(in.get()));
        }
        Optional<InterfaceSet> out = join(one.out(), other.out());
        return out.map(one::withOut).filter(joined -> joined.equals(other.withOut(out.get())));
    }

    /** {@code is X} and {@code is not X} are both; the order in which rules asked does not matter. */
    static Optional<InterfaceSet> join(InterfaceSet one, InterfaceSet other) {
        return complement(one, other).or(() -> complement(other, one));
    }

    private static Optional<InterfaceSet> complement(InterfaceSet with, InterfaceSet without) {
        return named(with, without).or(() -> last(with, without));
    }

    /** One interface by its name, and any but that one: whatever else it is known not to be does not matter. */
    private static Optional<InterfaceSet> named(InterfaceSet with, InterfaceSet without) {
        Optional<InterfacePattern> name = with.name().map(InterfacePattern::new);
        boolean isMissing = name.filter(without.isNot()::contains).isPresent()
                && without.is().stream().allMatch(pattern -> pattern.covers(name.get()));
        if (!isMissing) {
            return Optional.empty();
        }
        List<InterfacePattern> others = without.isNot().stream()
                .filter(pattern -> !pattern.equals(name.get()))
                .toList();
        return others.stream().anyMatch(pattern -> pattern.covers(name.get()))
                ? Optional.empty()
                : Optional.of(new InterfaceSet(without.is(), others));
    }

    private static Optional<InterfaceSet> last(InterfaceSet with, InterfaceSet without) {
        if (with.is().size() != without.is().size() + 1
                || without.isNot().size() != with.isNot().size() + 1) {
            return Optional.empty();
        }
        InterfacePattern last = with.is().get(with.is().size() - 1);
        boolean same = without.isNot().get(without.isNot().size() - 1).equals(last)
                && with.is().subList(0, without.is().size()).equals(without.is())
                && without.isNot().subList(0, with.isNot().size()).equals(with.isNot());
        return same ? Optional.of(new InterfaceSet(without.is(), List.copyOf(with.isNot()))) : Optional.empty();
    }
}
