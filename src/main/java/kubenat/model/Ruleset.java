package kubenat.model;

import java.util.List;
import java.util.Optional;
import kubenat.model.packet.Family;
import kubenat.source.Diagnostic;

/**
 * Everything that one or several dumps of a node say, for one address family.
 *
 * @param tables at most one of each name
 * @param diagnostics what was found while indexing: lines not understood, signs that the dump is a piece
 * @param twins tables of which another dump has one of the same name that is used instead, such as those of another backend
 */
public record Ruleset(Family family, List<Table> tables, List<Diagnostic> diagnostics, List<Table> twins) {
    /** The id of signs that a dump is a piece of what the node holds. */
    public static final String INCOMPLETE = "SYN008";

    public Ruleset {
        tables = List.copyOf(tables);
        diagnostics = List.copyOf(diagnostics);
        twins = List.copyOf(twins);
    }

    public Ruleset(Family family, List<Table> tables, List<Diagnostic> diagnostics) {
        this(family, tables, diagnostics, List.of());
    }

    public Optional<Table> table(TableName name) {
        return tables.stream().filter(table -> table.name() == name).findFirst();
    }

    public Optional<Chain> chain(ChainName name) {
        return table(name.table()).flatMap(table -> table.chain(name.name()));
    }

    /** In words, what shows that the dump is a piece of what the node holds. */
    public List<String> incomplete() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.id().equals(INCOMPLETE))
                .map(diagnostic -> "line %d: %s".formatted(diagnostic.span().line(), diagnostic.message()))
                .distinct()
                .toList();
    }
}
