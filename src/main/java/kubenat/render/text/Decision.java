package kubenat.render.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.model.packet.Condition;

/** What becomes of packets, and the conditions that it depends on, asked one after the other. */
sealed interface Decision {

    /** No more conditions: the shares of the packets that come here. */
    record Settled(Map<Fate, Double> shares) implements Decision {
        public Settled {
            shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
        }

        /** The same to a reader: shares that differ by rounding alone are equal. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Settled settled
                    && shares.keySet().equals(settled.shares.keySet())
                    && shares.entrySet().stream()
                            .allMatch(
                                    e -> Math.abs(e.getValue() - settled.shares.getOrDefault(e.getKey(), -1.0)) < 1e-9);
        }

        @Override
        public int hashCode() {
            return shares.keySet().hashCode();
        }

        /** The detail, where all share it; else empty. */
        String detail() {
            List<String> details = shares.keySet().stream()
                    .map(Fate::detail)
                    .filter(detail -> !detail.isEmpty())
                    .distinct()
                    .toList();
            return details.size() == 1 ? details.get(0) : "";
        }
    }

    /** One condition that holds or does not. */
    record Fork(Condition condition, Decision yes, Decision no) implements Decision {}

    /** Conditions that are not each other's opposite, each with what follows; one of them holds. */
    record Choice(Map<List<Condition>, Settled> ways) implements Decision {
        public Choice {
            ways = Collections.unmodifiableMap(new LinkedHashMap<>(ways));
        }
    }

    /**
     * More cases than anybody reads: those that end alike are counted, with some for example.
     *
     * @param cases how many there are
     * @param fields what they depend on
     */
    record Many(List<Group> groups, int cases, List<String> fields) implements Decision {
        public Many {
            groups = List.copyOf(groups);
            fields = List.copyOf(fields);
        }

        /** Cases that end alike, those of few conditions first. */
        record Group(Settled end, List<List<Condition>> when) {
            public Group {
                when = List.copyOf(when);
            }
        }

        static Many of(Map<List<Condition>, Settled> ways) {
            Map<Settled, List<List<Condition>>> alike = new LinkedHashMap<>();
            Set<String> fields = new LinkedHashSet<>();
            ways.forEach((when, end) -> {
                alike.computeIfAbsent(end, none -> new ArrayList<>()).add(when);
                when.forEach(condition -> fields.add(ConditionText.field(condition)));
            });
            List<Group> groups = new ArrayList<>();
            alike.forEach((end, when) -> {
                when.sort(Comparator.comparingInt(List::size));
                groups.add(new Group(end, when));
            });
            groups.sort(Comparator.comparingInt(group -> -group.when().size()));
            return new Many(groups, ways.size(), List.copyOf(fields));
        }
    }

    /** All ends. */
    default Stream<Settled> ends() {
        if (this instanceof Many many) {
            return many.groups().stream().map(Many.Group::end);
        }
        if (this instanceof Fork fork) {
            return Stream.concat(fork.yes().ends(), fork.no().ends());
        }
        return this instanceof Choice choice ? choice.ways().values().stream() : Stream.of((Settled) this);
    }
}
