package kubenat.render.text;

import java.util.List;
import java.util.Optional;
import kubenat.trace.Step;

/**
 * One rule on the merged ways of a case, below the rule that led to its chain.
 *
 * @param share the part of the case's packets that meet it, if that is the same under all conditions
 * @param isEnd whether the way of some packets ends here
 */
record PathNode(Step step, Optional<Double> share, boolean isEnd, List<PathNode> children) {
    PathNode {
        children = List.copyOf(children);
    }

    PathNode withChildren(List<PathNode> now) {
        return new PathNode(step, share, isEnd, now);
    }
}
