package kubenat.parse;

import java.util.Optional;
import kubenat.source.Diagnostic;
import kubenat.source.SourceText;
import kubenat.source.Span;

/** Whether a dump ends in the middle of a rule: its last line has no end, and leads nowhere that the dump knows. */
final class CutEnd {
    private CutEnd() {}

    static Optional<Diagnostic> of(DumpIndex index) {
        SourceText source = index.source();
        long length = source.bytes().length();
        if (length == 0 || source.bytes().at(length - 1) == '\n') {
            return Optional.empty();
        }
        String text = source.line(index.lines());
        DumpLine line = new LineParser(source.name()).parse(index.lines(), text);
        if (line.kind() != DumpLine.Kind.APPEND || isWhole(index, line)) {
            return Optional.empty();
        }
        String message = "the last line looks cut: the dump may be a piece";
        Span span = new Span(index.lines(), 1, text.length());
        return Optional.of(Diagnostic.warning(SyntaxProblem.INCOMPLETE, source.name(), span, message));
    }

    /** Whether the rule has a target, or leads to a chain of a table that has the rule's own. */
    private static boolean isWhole(DumpIndex index, DumpLine line) {
        if (line.problem().isPresent()) {
            return false;
        }
        for (int i = 0; i + 1 < line.items().size(); i++) {
            String word = line.items().get(i).text();
            if (line.items().get(i).kind() == Item.Kind.OPTION && (word.equals("-j") || word.equals("-g"))) {
                String target = line.items().get(i + 1).text();
                boolean known = OptionTable.standard().target(target).isPresent();
                return known
                        || index.tables().stream()
                                .filter(table -> table.chain(line.name()) >= 0)
                                .anyMatch(table -> table.chain(target) >= 0);
            }
        }
        return false;
    }
}
