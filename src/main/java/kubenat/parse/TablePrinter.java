package kubenat.parse;

import java.util.List;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.target.Goto;
import kubenat.model.target.Jump;
import kubenat.model.target.Target;
import kubenat.model.target.UnreadableTarget;
import kubenat.source.Diagnostic;
import kubenat.source.Severity;
import kubenat.source.SourceText;
import kubenat.source.Span;

/** Prints the chains of one table. Serves one thread. */
final class TablePrinter {
    private static final String PLAIN_END = " - [0:0]";

    private final TableIndex table;
    private final SourceText source;
    private final RulePrinter printer;
    private final LineParser parser;
    private final Replay replay;

    TablePrinter(TableIndex table, SourceText source, RulePrinter printer) {
        this.table = table;
        this.source = source;
        this.printer = printer;
        this.parser = new LineParser(source.name());
        this.replay = new Replay(source, table, parser, Replay.WORTH_LEARNING, Optional.of(printer));
    }

    /** Prints the line that declares a chain; nothing for one that the dump does not declare. */
    void declaration(int chain, Page page) {
        if (!table.isDeclared(chain)) {
            return;
        }
        String name = table.chainName(chain);
        long offset = table.declaredAt(chain);
        Declaration declared = isPlain(name, offset)
                ? new Declaration(name, Optional.empty(), Optional.empty())
                : Declaration.of(name, declaration(chain, name, page));
        page.line(source.inBytesOf(offset, printer.declaration(declared)));
    }

    private DumpLine declaration(int chain, String name, Page page) {
        Problems problems = new Problems(source.name());
        DumpLine line = RuleLine.read(
                parser, source, table.declaredAt(chain), table.declaredLine(chain), listed(name), problems);
        line.problem().ifPresent(problems::add);
        problems.all().stream().findFirst().ifPresent(page::report);
        return line;
    }

    /** Whether a chain is declared as nearly all are, of which there can be half a million: {@code :CHAIN - [0:0]}. */
    private boolean isPlain(String name, long offset) {
        long end = offset + name.length() + PLAIN_END.length() + 1;
        return source.bytes().at(end) == '\n'
                && !Wrapping.mayGoOn(source, "", end + 1)
                && source.lineAt(offset).equals(":" + name + PLAIN_END);
    }

    /** Prints the rule on a line; several where it lists addresses. */
    void rule(int chain, long offset, int number, Page page) {
        Optional<PlannedRule> planned = replay.read(offset);
        if (planned.isPresent()) {
            planned.get().target().ifPresent(said -> missing(said.meaning(), number, page));
            String text = printer.line(table.chainName(chain), planned.get()).toString();
            page.line(source.inBytesOf(offset, text));
        } else {
            whole(table.chainName(chain), offset, number, page);
        }
    }

    private void whole(String chain, long offset, int number, Page page) {
        Problems problems = new Problems(source.name());
        DumpLine line = RuleLine.read(parser, source, offset, number, listed(chain), problems);
        RuleReader reader =
                new RuleReader(new ChainName(TableName.NAT, chain), printer.family(), table::hasChain, problems);
        Clauses clauses = reader.clauses(line);
        List<Rule> rules = reader.read(line, clauses, 1, source.isOverlong(offset) || source.endsIn(offset));
        rules.stream().limit(1).forEach(rule -> missing(rule.target(), number, page));
        if (problems.isEmpty()) {
            replay.learn(line, clauses, rules);
        }
        if (rules.isEmpty()) {
            comment(offset, page);
        } else if (isUnderstood(problems, rules, line, page)) {
            printer.lines(chain, line, clauses).forEach(text -> page.line(inBytes(offset, number, text)));
        } else {
            comment(offset, number, page);
        }
    }

    /** Keeps all lines that a rule is wrapped over. */
    private void comment(long offset, int number, Page page) {
        int last = LogicalLine.read(source, offset, number).lastNumber();
        long start = offset;
        for (int line = number; line <= last; line++) {
            comment(start, page);
            start = source.nextLine(start);
        }
    }

    private void comment(long start, Page page) {
        page.line("# " + source.inBytesOf(start, source.lineAt(start)));
    }

    /** The text of a rule, in the bytes of the first of its lines that tells which they are. */
    private String inBytes(long offset, int number, String text) {
        String kept = source.inBytesOf(offset, text);
        if (kept.equals(text) && text.chars().anyMatch(c -> c >= 0x80)) {
            int last = LogicalLine.read(source, offset, number).lastNumber();
            long start = offset;
            for (int line = number; line < last && kept.equals(text); line++) {
                start = source.nextLine(start);
                kept = source.inBytesOf(start, text);
            }
        }
        return kept;
    }

    private RuleLine.Listed listed(String chain) {
        return new RuleLine.Listed(chain, table.listing());
    }

    /** A chain that is not declared is not in the dump, so the dump is a piece. */
    private void missing(Target target, int number, Page page) {
        boolean leads = target instanceof Jump || target instanceof Goto;
        if (leads && !table.hasChain(target.name())) {
            Span span = new Span(number, 1, source.line(number).length());
            String message =
                    "the dump does not declare %s, which this rule leads to".formatted(Item.brief(target.name()));
            page.missing(target.name(), Diagnostic.warning(SyntaxProblem.INCOMPLETE, source.name(), span, message));
        }
    }

    /** Reports what is wrong with a line: what keeps it from being written anew, above all. */
    private boolean isUnderstood(Problems problems, List<Rule> rules, DumpLine line, Page page) {
        problems.all().stream().findFirst().ifPresent(page::report);
        boolean wrong = problems.all().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        boolean unreadable = rules.stream().anyMatch(rule -> rule.target() instanceof UnreadableTarget);
        if (unreadable && !wrong) {
            Span span = new Span(line.number(), 1, line.text().length());
            String message = "the line is cut before its target";
            page.report(Diagnostic.error(SyntaxProblem.BAD_TARGET, source.name(), span, message));
        }
        return !wrong && !unreadable;
    }
}
