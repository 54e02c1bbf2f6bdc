package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.model.TableName;
import kubenat.model.packet.Family;
import kubenat.source.Diagnostic;
import kubenat.source.SourceText;
import kubenat.source.Span;

/** Gives each table of a dump its name and address family, and says where these are guesses. */
final class TableNaming {
    private final DumpIndex index;
    private final SourceText source;
    private final Optional<TableName> unnamed;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<Named> all = new ArrayList<>();

    TableNaming(DumpIndex index, Optional<TableName> unnamed) {
        this.index = index;
        this.source = index.source();
        this.unnamed = unnamed;
        index.tables().forEach(this::add);
    }

    /** A table with its name and family. */
    record Named(TableName name, Family family, TableIndex index) {}

    List<Named> all() {
        return List.copyOf(all);
    }

    /** The name and family of one table; absent if it has a name that no table of iptables has. */
    Optional<Named> of(TableIndex table) {
        return all.stream()
                .filter(named -> named.index().line() == table.line())
                .findFirst();
    }

    List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    private void add(TableIndex table) {
        Optional<TableName> name = table.name().isEmpty() ? Optional.of(guess(table)) : TableName.read(table.name());
        if (name.isPresent()) {
            all.add(new Named(name.get(), family(table), table));
        } else {
            String message = "%s is no table of iptables: its rules are not read".formatted(Item.brief(table.name()));
            diagnostics.add(
                    Diagnostic.warning(SyntaxProblem.UNUSED_TABLE, source.name(), line(source, table), message));
        }
    }

    private TableName guess(TableIndex table) {
        Optional<TableName> told = unnamed.or(() -> command(table).flatMap(CommandLine::table));
        if (told.isPresent()) {
            return told.get();
        }
        TableGuess guess = TableGuess.of(source, table);
        String message = "the dump does not name its table: taken as " + guess.table() + ", because " + guess.why();
        Span place = line(source, table);
        diagnostics.add(
                guess.sure()
                        ? Diagnostic.note(SyntaxProblem.UNNAMED_TABLE, source.name(), place, message)
                        : Diagnostic.warning(SyntaxProblem.UNNAMED_TABLE, source.name(), place, message)
                                .withHelp("--table says it for sure"));
        return guess.table();
    }

    private Family family(TableIndex table) {
        return table.family()
                .or(() -> FamilyGuess.fromHeader(index, table))
                .or(() -> command(table).map(CommandLine::family))
                .or(() -> FamilyGuess.fromRules(source, table))
                .or(this::familyOfAny)
                .orElse(Family.IPV4);
    }

    private Optional<Family> familyOfAny() {
        return index.tables().stream()
                .map(table -> FamilyGuess.fromRules(source, table))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The command at a prompt that printed the table, if it was pasted too. */
    private Optional<CommandLine> command(TableIndex table) {
        LineRef last = new LineRef(0, 0);
        Optional<CommandLine> command = Optional.empty();
        for (LineRef line : index.unknown().first()) {
            Optional<CommandLine> shown = CommandLine.of(source.lineAt(line.offset()));
            if (shown.isPresent() && line.number() < table.line()) {
                last = line;
                command = shown;
            }
        }
        for (LineRef line : index.comments().first()) {
            Optional<CommandLine> shown = CommandLine.ofRemark(source.lineAt(line.offset()));
            if (shown.isPresent() && line.number() < table.line() && line.number() > last.number()) {
                command = shown;
            }
        }
        return command;
    }

    /** Says that a table is there twice, and which one counts. */
    static Diagnostic twice(IndexedTable before, IndexedTable table, IndexedTable kept) {
        String message = "the table %s is there twice, also in line %d of %s: the one in line %d of %s is used"
                .formatted(
                        table.name(),
                        before.index().line(),
                        before.dump(),
                        kept.index().line(),
                        kept.dump());
        Span span = line(table.source(), table.index());
        return Diagnostic.warning(SyntaxProblem.UNUSED_TABLE, table.dump(), span, message);
    }

    private static Span line(SourceText source, TableIndex table) {
        return new Span(table.line(), 1, source.line(table.line()).length());
    }
}
