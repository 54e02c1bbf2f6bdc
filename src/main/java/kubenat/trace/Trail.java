package kubenat.trace;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The way packets have come, as a graph that grows at its end: ways that part share their beginning, and ways that meet again
 * are joined, so that its size stays that of the rules met.
 */
final class Trail {
    static final Trail START = new Trail(0, Optional.empty(), List.of());

    private final long number;
    private final Optional<Step> step;
    private final List<Trail> before;

    private Trail(long number, Optional<Step> step, List<Trail> before) {
        this.number = number;
        this.step = step;
        this.before = before;
    }

    Trail then(Step next) {
        return new Trail(number + 1, Optional.of(next), List.of(this));
    }

    /** Where two ways meet. */
    Trail join(Trail other) {
        return this == other
                ? this
                : new Trail(Math.max(number, other.number) + 1, Optional.empty(), List.of(this, other));
    }

    /** The last step; where ways have met, that of the first of them. */
    Optional<Step> last() {
        Trail trail = this;
        while (trail.step.isEmpty() && !trail.before.isEmpty()) {
            trail = trail.before.get(0);
        }
        return trail.step;
    }

    /** All steps in order; those of ways that met stand one after the other. */
    List<Step> steps() {
        IdentityHashMap<Trail, Boolean> seen = new IdentityHashMap<>();
        List<Trail> all = new ArrayList<>();
        List<Trail> open = new ArrayList<>(List.of(this));
        for (int next = 0; next < open.size(); next++) {
            Trail trail = open.get(next);
            if (seen.put(trail, true) == null) {
                all.add(trail);
                open.addAll(trail.before);
            }
        }
        all.sort((one, other) -> Long.compare(one.number, other.number));
        return all.stream().flatMap(trail -> trail.step.stream()).toList();
    }
}
