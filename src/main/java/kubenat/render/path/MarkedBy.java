package kubenat.render.path;

import java.util.List;
import java.util.Optional;
import kubenat.model.Rule;
import kubenat.model.match.MarkMatch;
import kubenat.model.target.MarkTarget;
import kubenat.trace.Outcome;
import kubenat.trace.Step;

/** Who set the mark that a deciding rule asks for: the reason for a drop often stands there. */
final class MarkedBy {
    private MarkedBy() {}

    /** The rule that marked, or that led to the chain that did. */
    static Optional<Rule> rule(Outcome outcome, Step decision) {
        boolean asks = decision.rule()
                .filter(rule -> rule.matches().stream().anyMatch(MarkMatch.class::isInstance))
                .isPresent();
        List<Step> path = outcome.path();
        for (int i = path.lastIndexOf(decision) - 1; asks && i >= 0; i--) {
            if (marks(path.get(i))) {
                List<Step> steps = Spine.to(path, i);
                return steps.get(Math.max(0, steps.size() - 2)).rule();
            }
        }
        return Optional.empty();
    }

    private static boolean marks(Step step) {
        return step.kind() == Step.Kind.RULE
                && step.rule()
                        .filter(rule -> rule.target() instanceof MarkTarget)
                        .isPresent();
    }
}
