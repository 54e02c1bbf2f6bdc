package kubenat.parse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kubenat.model.Hook;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.TableName;
import kubenat.model.packet.Family;
import kubenat.source.Diagnostic;
import kubenat.source.DumpException;
import kubenat.source.SourceText;

/**
 * Reads dumps: what iptables-save, ip6tables-save and {@code iptables -S} print, and what iptables-restore is fed. A dump is
 * indexed here; its rules are parsed when they are asked for.
 */
public final class DumpReader {
    private final Optional<TableName> unnamed;

    public DumpReader() {
        this.unnamed = Optional.empty();
    }

    /** {@code unnamed} is the table that a dump shows which does not say so, as {@code iptables -t nat -S} does not. */
    public DumpReader(TableName unnamed) {
        this.unnamed = Optional.of(unnamed);
    }

    /** What one dump says; if it holds both address families, what it says of IPv4. */
    public Ruleset read(SourceText source) throws DumpException {
        return readAll(List.of(source)).get(0);
    }

    /**
     * What the dumps of one node say together: a ruleset for each address family that they hold, IPv4 first. Of a table that
     * is there twice the last one that has rules is taken, and a diagnostic says so.
     *
     * @throws DumpException if one of them has no table, chain or rule in it
     */
    public List<Ruleset> readAll(List<SourceText> sources) throws DumpException {
        Map<Family, RulesetParts> parts = new EnumMap<>(Family.class);
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (SourceText source : sources) {
            DumpIndex index = DumpIndex.of(source);
            TableNaming naming = new TableNaming(index, unnamed);
            List<TableNaming.Named> named = naming.all();
            if (named.isEmpty()) {
                throw NoDump.exception(index);
            }
            diagnostics.addAll(new IndexDiagnostics(index).all());
            diagnostics.addAll(naming.diagnostics());
            for (TableNaming.Named table : named) {
                parts.computeIfAbsent(table.family(), family -> new RulesetParts())
                        .add(new IndexedTable(source, table.name(), table.family(), table.index()));
            }
        }
        return parts.entrySet().stream()
                .map(part -> part.getValue().ruleset(part.getKey(), diagnostics))
                .toList();
    }

    /**
     * Whether a text that nobody has called a dump is one: it has a table by name, a rule, or a built-in chain. A script is none:
     * what it would do, the node may not have done.
     */
    public static boolean isDump(SourceText source) {
        return DumpIndex.of(source).tables().stream()
                .filter(table -> table.family().isEmpty())
                .anyMatch(DumpReader::isPrinted);
    }

    private static boolean isPrinted(TableIndex table) {
        if (!table.name().isEmpty()) {
            return TableName.read(table.name()).isPresent();
        }
        return IntStream.range(0, table.chains())
                .anyMatch(chain -> table.hasRules(chain)
                        || Stream.of(Hook.values()).anyMatch(hook -> hook.name().equals(table.chainName(chain))));
    }

    /** The tables of one family. */
    private static final class RulesetParts {
        private final Map<TableName, Table> tables = new EnumMap<>(TableName.class);
        private final List<Table> twins = new ArrayList<>();
        private final List<Diagnostic> twice = new ArrayList<>();

        void add(IndexedTable table) {
            Table other = tables.get(table.name());
            if (other instanceof IndexedTable before) {
                IndexedTable kept = table.hasRules() || !before.hasRules() ? table : before;
                twice.add(TableNaming.twice(before, table, kept));
                twins.add(kept.equals(table) ? before : table);
                tables.put(table.name(), kept);
            } else {
                tables.put(table.name(), table);
            }
        }

        Ruleset ruleset(Family family, List<Diagnostic> diagnostics) {
            List<Diagnostic> all = new ArrayList<>(diagnostics);
            all.addAll(twice);
            return new Ruleset(family, List.copyOf(tables.values()), all, twins);
        }
    }
}
