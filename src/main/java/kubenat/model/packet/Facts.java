package kubenat.model.packet;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The numbers of a packet as far as they are known; what is not listed may be anything.
 *
 * @param known as the packet came, narrowed by what rules have asked since
 * @param changed those that a target has rewritten, as they are now
 */
public record Facts(Map<Fact, NumberSet> known, Map<Fact, NumberSet> changed) {
    public static final Facts NONE = new Facts(Map.of());

    public Facts {
        known = copy(known);
        changed = copy(changed);
    }

    public Facts(Map<Fact, NumberSet> known) {
        this(known, Map.of());
    }

    private static Map<Fact, NumberSet> copy(Map<Fact, NumberSet> facts) {
        Map<Fact, NumberSet> copy = new EnumMap<>(Fact.class);
        copy.putAll(facts);
        return Collections.unmodifiableMap(copy);
    }

    private static Map<Fact, NumberSet> with(Map<Fact, NumberSet> facts, Fact fact, NumberSet values) {
        Map<Fact, NumberSet> more = new EnumMap<>(Fact.class);
        more.putAll(facts);
        more.put(fact, values);
        return more;
    }

    /** What the number may be now. */
    public NumberSet of(Fact fact) {
        NumberSet now = changed.get(fact);
        return now != null ? now : known.getOrDefault(fact, fact.any());
    }

    /** Whether a target has rewritten it. */
    public boolean isChanged(Fact fact) {
        return changed.containsKey(fact);
    }

    /** More is known of a number. */
    public Facts with(Fact fact, NumberSet values) {
        return isChanged(fact)
                ? new Facts(known, with(changed, fact, values))
                : new Facts(with(known, fact, values), changed);
    }

    /** A target rewrites a number. */
    public Facts change(Fact fact, NumberSet values) {
        return new Facts(known, with(changed, fact, values));
    }
}
