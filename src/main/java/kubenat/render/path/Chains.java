package kubenat.render.path;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;

/** The chains that a picture asks about; each is read once. */
final class Chains {
    private final Ruleset ruleset;
    private final Map<ChainName, List<Rule>> rules = new HashMap<>();

    Chains(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    /** The rules of a chain; none for a missing one. */
    List<Rule> rules(ChainName name) {
        return rules.computeIfAbsent(
                name, n -> ruleset.chain(n).map(Chain::rules).orElse(List.of()));
    }

    /** How many rules a chain has. */
    int size(ChainName name) {
        return ruleset.chain(name).map(Chain::size).orElse(0);
    }

    boolean isMissing(ChainName name) {
        return ruleset.chain(name).isEmpty();
    }

    /** Such as {@code rule 7 of 7}. */
    String chip(Rule rule) {
        return "rule " + rule.number() + " of " + size(rule.chain());
    }
}
