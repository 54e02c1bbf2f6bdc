package kubenat.model.packet;

import java.util.Optional;
import java.util.function.Supplier;
import kubenat.model.Hook;

/**
 * Where a condition is asked: on which node, at which hook, in which rule.
 *
 * @param hook absent where it is not known which one calls the rule
 * @param place names the rule when that is asked for; most conditions do not ask
 */
public record Site(Node node, Optional<Hook> hook, Supplier<String> place) {
    public Site(Node node, Hook hook, Supplier<String> place) {
        this(node, Optional.of(hook), place);
    }

    public Site(Node node, Supplier<String> place) {
        this(node, Optional.empty(), place);
    }

    public Site(Node node, String place) {
        this(node, Optional.empty(), () -> place);
    }

    /** The rule, such as {@code filter FORWARD rule 3}; counters and limits are one for each rule. */
    public String rule() {
        return place.get();
    }
}
