package kubenat.trace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Fact;
import kubenat.model.packet.Facts;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;

/**
 * One thing that is known of packets, in which sets of packets that are alike in all others add up.
 *
 * @param value what is known of it
 * @param bare the packets, of which nothing is known in this
 * @param union the packets of two sets; empty where no one set is just both, or where some packets are in both: those have the
 *     shares of both
 */
record Dimension(
        Function<Packet, ?> value, Function<Packet, Packet> bare, BiFunction<Packet, Packet, Optional<Packet>> union) {
    static final List<Dimension> ALL = all();

    private static List<Dimension> all() {
        List<Dimension> all = new ArrayList<>();
        all.add(of(
                packet -> packet.original().source(),
                SameButOne::withSource,
                (one, other) -> one.intersect(other).isEmpty() ? Optional.of(one.union(other)) : Optional.empty(),
                packet -> AddressSet.none(packet.family())));
        all.add(of(
                packet -> packet.original().sourcePort(),
                Packet::narrowOriginalSourcePort,
                Dimension::numbers,
                packet -> NumberSet.NONE));
        all.add(of(
                packet -> packet.original().destinationPort(),
                Packet::narrowOriginalDestinationPort,
                Dimension::numbers,
                packet -> NumberSet.NONE));
        for (Fact fact : Fact.values()) {
            all.add(of(
                    packet -> packet.facts().known().getOrDefault(fact, fact.any()),
                    (packet, values) -> with(packet, fact, values),
                    Dimension::numbers,
                    packet -> NumberSet.NONE));
        }
        all.add(interfaces(Packet::in, Packet::withIn));
        all.add(interfaces(Packet::out, Packet::withOut));
        return List.copyOf(all);
    }

    private static <T> Dimension of(
            Function<Packet, T> value,
            BiFunction<Packet, T, Packet> with,
            BiFunction<T, T, Optional<T>> union,
            Function<Packet, T> none) {
        return new Dimension(
                value,
                packet -> with.apply(packet, none.apply(packet)),
                (one, other) ->
                        union.apply(value.apply(one), value.apply(other)).map(both -> with.apply(one, both)));
    }

    private static Optional<NumberSet> numbers(NumberSet one, NumberSet other) {
        return one.intersect(other).isEmpty() ? Optional.of(one.union(other)) : Optional.empty();
    }

    /** As the packet came; what a target has made of the number since stays. */
    private static Packet with(Packet packet, Fact fact, NumberSet values) {
        Map<Fact, NumberSet> known = new EnumMap<>(Fact.class);
        known.putAll(packet.facts().known());
        known.remove(fact);
        if (!values.equals(fact.any())) {
            known.put(fact, values);
        }
        return new Packet(
                packet.protocol(),
                packet.header(),
                packet.original(),
                packet.in(),
                packet.out(),
                packet.mark(),
                packet.connection(),
                new Facts(known, packet.facts().changed()),
                packet.decisions());
    }

    private static Dimension interfaces(
            Function<Packet, InterfaceSet> value, BiFunction<Packet, InterfaceSet, Packet> with) {
        return new Dimension(
                value,
                packet -> with.apply(packet, InterfaceSet.ANY),
                (one, other) ->
                        SameButOne.join(value.apply(one), value.apply(other)).map(both -> with.apply(one, both)));
    }

    /** Those that are alike but in this, as few as they can be; none of those that are alone is compared. */
    <T> List<T> unite(List<T> items, Uniting<T> uniting, Set<T> alone) {
        if (items.stream().map(uniting.packet()).map(value).distinct().count() < 2) {
            return items;
        }
        Map<Object, List<T>> alike = new LinkedHashMap<>();
        for (T item : items) {
            record Key(Object rest, Packet bare) {}
            Object key = alone.contains(item)
                    ? new Object()
                    : new Key(
                            uniting.apart().apply(item),
                            bare.apply(uniting.packet().apply(item)));
            List<T> group = alike.computeIfAbsent(key, none -> new ArrayList<>());
            add(item, group, uniting);
        }
        return alike.values().stream().flatMap(List::stream).toList();
    }

    private <T> void add(T item, List<T> group, Uniting<T> uniting) {
        for (int i = 0; i < group.size(); i++) {
            T one = group.get(i);
            Optional<Packet> both =
                    union.apply(uniting.packet().apply(one), uniting.packet().apply(item));
            if (both.isPresent()) {
                group.remove(i);
                add(uniting.join().join(one, item, both.get()), group, uniting);
                return;
            }
        }
        group.add(item);
    }
}
