package kubenat.lint;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.TableName;

/** Which rules lead to which chains. */
public final class Calls {
    private final Map<TableName, TableCalls> tables = new EnumMap<>(TableName.class);

    private Calls() {}

    /** Reads all rules, each chain as {@code reading} says, by all processors. */
    static Calls of(Ruleset ruleset, Function<Chain, List<Rule>> reading) {
        Calls calls = new Calls();
        ruleset.tables().forEach(table -> calls.tables.put(table.name(), TableCalls.of(table, reading)));
        return calls;
    }

    /** The rules that lead to a chain, in the dump's order. */
    public List<Call> to(ChainName chain) {
        return of(chain).map(calls -> calls.to(chain.name())).orElse(List.of());
    }

    /** Whether some rule leads to a chain. */
    public boolean any(ChainName chain) {
        return of(chain).filter(calls -> calls.any(chain.name())).isPresent();
    }

    /** The chains of a table that no rule leads to. */
    public Stream<Chain> uncalled(Table table) {
        return Optional.ofNullable(tables.get(table.name())).stream().flatMap(TableCalls::uncalled);
    }

    /** Whether there are chains that lead to each other in a circle. */
    public boolean hasCircle() {
        return tables.values().stream().anyMatch(TableCalls::hasCircle);
    }

    /** Whether rules of a table lead to chains that it lacks. */
    public boolean anyMissing(TableName table) {
        return Optional.ofNullable(tables.get(table))
                .filter(TableCalls::anyMissing)
                .isPresent();
    }

    /** The chain with the first rule that leads to a chain. */
    public Optional<ChainName> firstCaller(ChainName chain) {
        return of(chain).flatMap(calls -> calls.firstCaller(chain.name()));
    }

    /** The same of the chain with a number in its table. */
    Optional<ChainName> firstCaller(TableName table, int chain) {
        return Optional.ofNullable(tables.get(table)).flatMap(calls -> calls.firstCaller(chain));
    }

    private Optional<TableCalls> of(ChainName chain) {
        return Optional.ofNullable(tables.get(chain.table()));
    }
}
