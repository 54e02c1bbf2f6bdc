package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import kubenat.source.Diagnostic;
import kubenat.source.SourceText;
import kubenat.source.Span;

/** What the index of a dump shows to be wrong or missing, before any rule is parsed. */
final class IndexDiagnostics {
    private final DumpIndex index;
    private final SourceText source;
    private final List<Diagnostic> found = new ArrayList<>();

    IndexDiagnostics(DumpIndex index) {
        this.index = index;
        this.source = index.source();
    }

    List<Diagnostic> all() {
        unknownLines();
        index.commands().first().forEach(this::command);
        index.comments().first().forEach(this::warning);
        index.bare().first().forEach(this::bare);
        index.tables().stream()
                .filter(table -> !table.name().isEmpty() && !table.isCommitted())
                .forEach(this::uncommitted);
        CutEnd.of(index).ifPresent(found::add);
        return List.copyOf(found);
    }

    /** Lines that follow each other have one cause, such as prose around the dump, and make one diagnostic. */
    private void unknownLines() {
        List<LineRef> lines = index.unknown().first();
        int first = 0;
        for (int i = 1; i <= lines.size(); i++) {
            boolean ends = i == lines.size()
                    || lines.get(i).number() != lines.get(i - 1).number() + 1;
            if (ends) {
                unknown(lines.get(first), i - first);
                first = i;
            }
        }
        if (index.unknown().count() > lines.size()) {
            LineRef last = lines.get(lines.size() - 1);
            String message = "%d more lines that are not understood"
                    .formatted(index.unknown().count() - lines.size());
            found.add(Diagnostic.error(
                            SyntaxProblem.NOT_UNDERSTOOD, source.name(), new Span(last.number(), 1, 0), message)
                    .ofLines(index.unknown().count() - lines.size()));
        }
    }

    private void unknown(LineRef line, int count) {
        String text = source.lineAt(line.offset());
        if (CommandLine.of(text).isPresent() && count == 1) {
            return;
        }
        new LineParser(source.name())
                .parse(line.number(), text)
                .problem()
                .map(problem -> count == 1
                        ? problem
                        : problem.withHelp("and %d lines after it".formatted(count - 1))
                                .ofLines(count))
                .ifPresent(found::add);
    }

    private void command(LineRef line) {
        String text = source.lineAt(line.offset()).strip();
        String message =
                "%s changes rules and is not carried out: it is no part of a dump".formatted(text.split("\\s", 2)[0]);
        found.add(Diagnostic.warning(SyntaxProblem.NOT_A_DUMP_COMMAND, source.name(), whole(line), message));
    }

    /** iptables' own warnings, which land in pasted dumps. */
    private void warning(LineRef line) {
        String text = source.lineAt(line.offset()).strip();
        if (text.startsWith("# Warning:") && text.contains("tables present")) {
            String message = "the node has rules of another backend, which are not in this dump: %s"
                    .formatted(text.substring("# Warning:".length()).strip());
            found.add(Diagnostic.warning(SyntaxProblem.INCOMPLETE, source.name(), whole(line), message));
        } else if (text.startsWith("# Table") && text.contains("incompatible")) {
            String message = "a table that iptables could not print: %s".formatted(text.substring(2));
            found.add(Diagnostic.warning(SyntaxProblem.INCOMPLETE, source.name(), whole(line), message));
        }
    }

    private void bare(LineRef line) {
        String message = "this listing does not show interfaces: any rule in it may ask for more than it says";
        found.add(Diagnostic.warning(SyntaxProblem.INCOMPLETE, source.name(), whole(line), message)
                .withHelp("iptables-save prints all of it, iptables -L -n -v most"));
    }

    private void uncommitted(TableIndex table) {
        String message = "the table %s has no COMMIT: the dump may be cut".formatted(table.name());
        Span span = new Span(table.line(), 1, source.line(table.line()).length());
        found.add(Diagnostic.warning(SyntaxProblem.INCOMPLETE, source.name(), span, message));
    }

    private Span whole(LineRef line) {
        return new Span(line.number(), 1, source.lineAt(line.offset()).length());
    }
}
