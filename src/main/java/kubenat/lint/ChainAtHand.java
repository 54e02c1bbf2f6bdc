package kubenat.lint;

import java.util.List;
import java.util.Optional;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.NumberSet;
import kubenat.source.Diagnostic;

/**
 * A chain whose name and rules are kept while all checks look at it: there may be half a million chains, whose names are else read
 * from the dump for each check.
 */
record ChainAtHand(Chain chain, ChainName name, List<Rule> rules) implements Chain {

    static ChainAtHand of(Chain chain, List<Rule> rules) {
        return new ChainAtHand(chain, chain.name(), rules);
    }

    @Override
    public Optional<String> policy() {
        return chain.policy();
    }

    @Override
    public boolean declared() {
        return chain.declared();
    }

    @Override
    public long line() {
        return chain.line();
    }

    @Override
    public int size() {
        return chain.size();
    }

    @Override
    public List<Rule> head(int most) {
        return rules.subList(0, Math.min(most, rules.size()));
    }

    @Override
    public List<Rule> rulesFor(AddressSet destinations, NumberSet ports) {
        return rules;
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return chain.diagnostics();
    }
}
