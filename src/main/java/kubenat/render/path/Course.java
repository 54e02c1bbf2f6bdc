package kubenat.render.path;

import java.util.List;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.trace.Step;

/**
 * The part of a way between its way in and its ending.
 *
 * @param entry the chain of the hook that it came in by
 * @param steps from the first that not all ways share
 * @param absorbed whether the chain of the last step is drawn as part of the ending
 */
record Course(Way way, ChainName entry, List<Step> steps, boolean absorbed) {
    Course {
        steps = List.copyOf(steps);
    }

    /** The steps whose chains are hubs. */
    List<Step> hubSteps() {
        return absorbed ? steps.subList(0, steps.size() - 1) : steps;
    }

    /** The step that decided. */
    Optional<Step> decision() {
        List<Step> spine = way.spine().steps();
        return spine.isEmpty() ? Optional.empty() : Optional.of(spine.get(spine.size() - 1));
    }

    /** The chain of the hub that packets come from, or of the way in if they come to no hub. */
    ChainName source() {
        List<Step> hubs = hubSteps();
        return hubs.isEmpty() ? entry : hubs.get(hubs.size() - 1).chain();
    }

    /** The step of the hub that sends them. */
    Optional<Step> sending() {
        List<Step> hubs = hubSteps();
        return hubs.isEmpty() ? Optional.empty() : Optional.of(hubs.get(hubs.size() - 1));
    }
}
