package kubenat.render.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** All ends. */
    default Stream<Settled> ends() {
        if (this instanceof Fork fork) {
            return Stream.concat(fork.yes().ends(), fork.no().ends());
        }
        return this instanceof Choice choice ? choice.ways().values().stream() : Stream.of((Settled) this);
    }
}
