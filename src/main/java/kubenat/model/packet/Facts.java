package kubenat.model.packet;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The numbers of a packet as far as they are known; what is not listed may be anything. */
public record Facts(Map<Fact, NumberSet> known) {
    public static final Facts NONE = new Facts(Map.of());

    public Facts {
        Map<Fact, NumberSet> copy = new EnumMap<>(Fact.class);
        copy.putAll(known);
        known = Collections.unmodifiableMap(copy);
    }

    public NumberSet of(Fact fact) {
        return known.getOrDefault(fact, fact.any());
    }

    public Facts with(Fact fact, NumberSet values) {
        Map<Fact, NumberSet> more = new EnumMap<>(Fact.class);
        more.putAll(known);
        more.put(fact, values);
        return new Facts(more);
    }
}
