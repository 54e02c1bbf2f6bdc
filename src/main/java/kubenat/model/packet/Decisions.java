package kubenat.model.packet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which undecided conditions were taken to hold, and which not, on one way through the rules; kept for the rest of the way. */
public record Decisions(Map<Condition, Boolean> taken) {
    public static final Decisions NONE = new Decisions(Map.of());

    public Decisions {
        taken = Collections.unmodifiableMap(new LinkedHashMap<>(taken));
    }

    public Optional<Boolean> of(Condition condition) {
        return Optional.ofNullable(taken.get(condition));
    }

    public Decisions with(Condition condition, boolean holds) {
        Map<Condition, Boolean> more = new LinkedHashMap<>(taken);
        more.put(condition, holds);
        return new Decisions(more);
    }

    /** A map's own hash is a sum in which true and false of many conditions meet; cases by the thousand would share one. */
    @Override
    public int hashCode() {
        int sum = 0;
        for (Map.Entry<Condition, Boolean> each : taken.entrySet()) {
            int mixed = (each.getKey().hashCode() ^ (each.getValue() ? 0x5bd1e995 : 0x1b873593)) * 0x9e3779b1;
            sum += mixed ^ mixed >>> 15;
        }
        return sum;
    }
}
