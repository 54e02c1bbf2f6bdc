package kubenat.model.packet;

import java.util.function.Supplier;

/**
 * Where a condition is asked: on which node, in which rule.
 *
 * @param place names the rule when that is asked for; most conditions do not ask
 */
public record Site(Node node, Supplier<String> place) {
    public Site(Node node, String place) {
        this(node, () -> place);
    }

    /** The rule, such as {@code filter FORWARD rule 3}; counters and limits are one for each rule. */
    public String rule() {
        return place.get();
    }
}
