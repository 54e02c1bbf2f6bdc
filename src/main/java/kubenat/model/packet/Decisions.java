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
}
