package kubenat.lint.space;

import java.util.List;
import kubenat.model.Rule;

/**
 * A rule that no packet meets, and the rules before it that take all that it could.
 *
 * @param everything whether these take every packet whatever it is, so that no rule after them is met
 */
public record Shadow(Rule rule, List<Rule> by, boolean everything) {
    public Shadow {
        by = List.copyOf(by);
    }
}
