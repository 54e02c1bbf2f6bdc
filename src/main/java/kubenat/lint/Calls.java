package kubenat.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.graph.Handover;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Ruleset;
import kubenat.model.Table;

/** Which rules lead to which chains. */
public final class Calls {
    private final Map<ChainName, List<Call>> to = new LinkedHashMap<>();

    /** Reads all rules, chain by chain. */
    static Calls of(Ruleset ruleset) {
        Calls calls = new Calls();
        ruleset.tables().stream().flatMap(Table::chains).forEach(calls::add);
        calls.to.replaceAll((chain, list) -> List.copyOf(list));
        return calls;
    }

    private void add(Chain chain) {
        chain.rules()
                .forEach(rule -> Handover.of(rule)
                        .ifPresent(handover -> to.computeIfAbsent(handover.to(), none -> new ArrayList<>(1))
                                .add(Call.of(rule, handover.isGoto()))));
    }

    /** The rules that lead to a chain, in the dump's order. */
    public List<Call> to(ChainName chain) {
        return to.getOrDefault(chain, List.of());
    }
}
