package kubenat.lint.checks;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kubenat.lint.Finding;

/**
 * Findings of one check that have one cause where there are many of them: a kube-proxy that hangs, or a listing of another time,
 * makes most Services differ.
 */
final class OneCause {
    private static final int FEW = 5;
    private static final int MOST_RELATED = 3;

    private OneCause() {}

    /** The findings, or where they are more than half of what was compared, one that sums them up and names the first. */
    static Stream<Finding> of(List<Finding> found, int compared, Supplier<Finding> sum) {
        if (found.size() <= FEW || 2 * found.size() <= compared) {
            return found.stream();
        }
        Finding one = sum.get();
        for (Finding each : found.subList(0, MOST_RELATED)) {
            one = one.related(each.place(), "for one: " + each.message());
        }
        return Stream.of(one);
    }
}
