package kubenat.render.path;

import java.util.List;
import kubenat.model.Rule;

/**
 * A rule by which packets are marked on their way.
 *
 * @param rule the rule in the chain on the way; it marks, or leads to a chain that does
 * @param words what happens to the mark, such as {@code mark 0x4000}
 * @param only for which ways; none for all that come by
 */
public record Mark(Rule rule, String words, List<String> only) {
    public Mark {
        only = List.copyOf(only);
    }

    /** The name of the chain that marks, or of the target. */
    String by() {
        return rule.target().name();
    }
}
