package kubenat.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kubenat.kube.ChainRole;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.NumberSet;
import kubenat.source.Diagnostic;

/**
 * A chain whose name and rules, and what checks derive from them, are kept while all checks look at it: there may be half a million
 * chains, whose names are else read from the dump for each check. One thread has it.
 */
final class ChainAtHand implements Chain {
    private final Chain chain;
    private final int number;
    private final ChainName name;
    private final ChainRole role;
    private final List<Rule> rules;
    private final Map<Class<?>, Object> derived = new HashMap<>(4);

    /** The chain with that number in its table. */
    ChainAtHand(Chain chain, int number, List<Rule> rules) {
        this.chain = chain;
        this.number = number;
        this.name = chain.name();
        this.role = ChainRole.of(name.name());
        this.rules = rules;
    }

    @Override
    public ChainName name() {
        return name;
    }

    @Override
    public List<Rule> rules() {
        return rules;
    }

    /** Its number in its table. */
    int number() {
        return number;
    }

    /** What kube-proxy or the kubelet uses a chain of this name for. */
    ChainRole role() {
        return role;
    }

    /** What is derived from the chain by the first check that wants it. */
    <T> T derived(Class<T> type, Supplier<T> make) {
        Object known = derived.get(type);
        if (known != null) {
            return type.cast(known);
        }
        T made = make.get();
        derived.put(type, made);
        return made;
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
