package kubenat.parse;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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

/** Writes the chains of one table. */
final class TablePrinter {
    private final TableIndex table;
    private final SourceText source;
    private final RulePrinter printer;
    private final Consumer<Diagnostic> reported;
    private final LineParser parser;
    private final Replay replay;
    private final Set<String> missing = new HashSet<>();

    TablePrinter(TableIndex table, SourceText source, RulePrinter printer, Consumer<Diagnostic> reported) {
        this.table = table;
        this.source = source;
        this.printer = printer;
        this.reported = reported;
        this.parser = new LineParser(source.name());
        this.replay = new Replay(source, table, parser, Replay.WORTH_LEARNING, Optional.of(printer));
    }

    /** Writes the line that declares a chain; nothing for one that the dump does not declare. */
    void declaration(int chain, DumpForm form, boolean counted, PrintWriter out) {
        if (table.isDeclared(chain)) {
            Problems problems = new Problems(source.name());
            DumpLine line = RuleLine.read(
                    parser,
                    source,
                    table.declaredAt(chain),
                    table.declaredLine(chain),
                    listed(table.chainName(chain)),
                    problems);
            line.problem().ifPresent(problems::add);
            problems.all().stream().findFirst().ifPresent(reported);
            String text = Declaration.of(table.chainName(chain), line).text(form, counted);
            out.print(source.inBytesOf(table.declaredAt(chain), text) + "\n");
        }
    }

    /** Writes the rules of a chain. */
    void rules(int chain, PrintWriter out) {
        String name = table.chainName(chain);
        table.eachRule(chain, (offset, number) -> {
            Optional<PlannedRule> planned = replay.read(offset);
            if (planned.isPresent()) {
                planned.get().target().ifPresent(said -> missing(said.meaning(), number));
                String text = printer.line(name, planned.get()).toString();
                out.append(source.inBytesOf(offset, text)).append('\n');
            } else {
                rule(name, offset, number, out);
            }
        });
    }

    private void rule(String chain, long offset, int number, PrintWriter out) {
        Problems problems = new Problems(source.name());
        DumpLine line = RuleLine.read(parser, source, offset, number, listed(chain), problems);
        RuleReader reader =
                new RuleReader(new ChainName(TableName.NAT, chain), printer.family(), table::hasChain, problems);
        Clauses clauses = reader.clauses(line);
        List<Rule> rules = reader.read(line, clauses, 1, source.isOverlong(offset) || source.endsIn(offset));
        rules.stream().limit(1).forEach(rule -> missing(rule.target(), number));
        if (problems.isEmpty()) {
            replay.learn(line, clauses, rules);
        }
        if (rules.isEmpty()) {
            comment(offset, out);
        } else if (isUnderstood(problems, rules, line)) {
            printer.lines(chain, line, clauses).forEach(text -> out.print(inBytes(offset, number, text) + "\n"));
        } else {
            comment(offset, number, out);
        }
    }

    /** Keeps all lines that a rule is wrapped over. */
    private void comment(long offset, int number, PrintWriter out) {
        int last = LogicalLine.read(source, offset, number).lastNumber();
        long start = offset;
        for (int line = number; line <= last; line++) {
            comment(start, out);
            start = source.nextLine(start);
        }
    }

    private void comment(long start, PrintWriter out) {
        out.print("# " + source.inBytesOf(start, source.lineAt(start)) + "\n");
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
    private void missing(Target target, int number) {
        boolean leads = target instanceof Jump || target instanceof Goto;
        if (leads && !table.hasChain(target.name()) && missing.add(target.name())) {
            Span span = new Span(number, 1, source.line(number).length());
            String message =
                    "the dump does not declare %s, which this rule leads to".formatted(Item.brief(target.name()));
            reported.accept(Diagnostic.warning(SyntaxProblem.INCOMPLETE, source.name(), span, message));
        }
    }

    /** Reports what is wrong with a line: what keeps it from being written anew, above all. */
    private boolean isUnderstood(Problems problems, List<Rule> rules, DumpLine line) {
        problems.all().stream().findFirst().ifPresent(reported);
        boolean wrong = problems.all().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        boolean unreadable = rules.stream().anyMatch(rule -> rule.target() instanceof UnreadableTarget);
        if (unreadable && !wrong) {
            Span span = new Span(line.number(), 1, line.text().length());
            String message = "the line is cut before its target";
            reported.accept(Diagnostic.error(SyntaxProblem.BAD_TARGET, source.name(), span, message));
        }
        return !wrong && !unreadable;
    }
}
