package kubenat.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Decisions;
import kubenat.model.packet.Packet;

/**
 * Makes few sets of packets of many: those that are alike in all but one thing, and in that add up, are one set.
 *
 * @param apart what must be the same for two to be joined, such as the share
 */
record Uniting<T>(Function<T, Packet> packet, Function<T, Object> apart, Join<T> join) {
    /** Unions make more of them possible, but soon there is little left to join. */
    private static final int ROUNDS = 3;

    /** Makes one of two. */
    interface Join<T> {
        T join(T one, T other, Packet both);
    }

    List<T> unite(List<T> items) {
        Set<T> alone = alone(items);
        if (alone.size() == items.size()) {
            return items;
        }
        List<T> now = items;
        for (int round = 0; round < ROUNDS; round++) {
            int before = now.size();
            for (Dimension dimension : Dimension.ALL) {
                now = dimension.unite(now, this, alone);
            }
            now = withoutDecisions(now);
            if (now.size() == before) {
                break;
            }
        }
        return now;
    }

    /** Those that are the only ones to go where they go, as packets for endpoints are: nothing joins them, and thousands need not be compared. */
    private Set<T> alone(List<T> items) {
        record Key(Object apart, AddressSet destination) {}
        Map<Key, T> first = new HashMap<>();
        Set<T> alone = Collections.newSetFromMap(new IdentityHashMap<>());
        for (T item : items) {
            T other = first.putIfAbsent(
                    new Key(apart.apply(item), packet.apply(item).header().destination()), item);
            if (other == null) {
                alone.add(item);
            } else {
                alone.remove(other);
            }
        }
        return alone;
    }

    /** Where a condition was taken to hold and not to hold, and nothing else differs, it made no difference. */
    private List<T> withoutDecisions(List<T> items) {
        Set<Condition> conditions = new LinkedHashSet<>();
        items.forEach(
                item -> conditions.addAll(packet.apply(item).decisions().taken().keySet()));
        List<T> now = items;
        for (Condition condition : conditions) {
            now = without(condition, now);
        }
        return now;
    }

    private List<T> without(Condition condition, List<T> items) {
        record Key(Object rest, Packet bare) {}
        Map<Key, Integer> places = new HashMap<>();
        List<T> now = new ArrayList<>();
        for (T item : items) {
            Packet whole = packet.apply(item);
            if (whole.decisions().of(condition).isEmpty()) {
                now.add(item);
                continue;
            }
            Map<Condition, Boolean> others =
                    new LinkedHashMap<>(whole.decisions().taken());
            boolean holds = Boolean.TRUE.equals(others.remove(condition));
            Packet bare = whole.with(new Decisions(others));
            Integer place = places.putIfAbsent(new Key(apart.apply(item), bare), now.size());
            boolean isOpposite = place != null
                    && packet.apply(now.get(place))
                            .decisions()
                            .of(condition)
                            .filter(held -> held != holds)
                            .isPresent();
            if (isOpposite) {
                now.set(place, join.join(now.get(place), item, bare));
            } else {
                now.add(item);
            }
        }
        return now;
    }
}
