package kubenat.parse;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.match.Unmodelled;
import kubenat.model.target.UnmodelledTarget;
import kubenat.source.Diagnostic;
import kubenat.source.SourceText;

/** What became of every line of a dump: each is a rule, declares a chain, marks a table, is a comment or command, or is reported. */
final class Account {
    private static final Set<DumpLine.Kind> WITHOUT_TRACE =
            Set.of(DumpLine.Kind.FLUSH, DumpLine.Kind.REMOVE, DumpLine.Kind.ZERO);

    private final SourceText source;
    private final DumpIndex index;
    private final Map<String, BitSet> lines = new LinkedHashMap<>();
    private final Map<String, Integer> unmodelled = new TreeMap<>();
    private final Set<String> causes = new TreeSet<>();
    private final long[] starts;
    private int rules;
    private int diagnostics;

    Account(SourceText source) {
        this.source = source;
        this.index = DumpIndex.of(source);
        this.starts = new long[index.lines() + 1];
        for (int number = 2; number <= index.lines(); number++) {
            starts[number] = source.nextLine(starts[number - 1]);
        }
        TableNaming naming = new TableNaming(index, java.util.Optional.empty());
        new IndexDiagnostics(index).all().forEach(this::report);
        naming.diagnostics().forEach(this::report);
        for (TableNaming.Named table : naming.all()) {
            mark("table", table.index().line(), 1);
            new IndexedTable(source, table.name(), table.family(), table.index())
                    .chains()
                    .forEach(this::chain);
        }
        marks();
    }

    private void chain(Chain chain) {
        chain.diagnostics().forEach(this::report);
        if (chain.declared()) {
            mark("declaration", (int) chain.line(), 1);
        }
        chain.rules().forEach(this::rule);
    }

    private void rule(Rule rule) {
        rules++;
        rule.matches().stream()
                .filter(Unmodelled.class::isInstance)
                .forEach(match -> count(((Unmodelled) match).text()));
        if (rule.target() instanceof UnmodelledTarget target) {
            count("-j " + target.name());
        }
        int number = (int) rule.line();
        mark("rule", number, LogicalLine.read(source, starts[number], number).lastNumber() - number + 1);
    }

    private void report(Diagnostic found) {
        boolean isGuess = found.id().equals(SyntaxProblem.UNNAMED_TABLE);
        if (!isGuess) {
            diagnostics++;
            causes.add(found.cause());
            mark("reported", found.span().line(), found.lines());
        }
    }

    /** What leaves nothing in the model, known by the look of the line alone. */
    private void marks() {
        LineParser parser = new LineParser("");
        Map<String, Integer> declared = new LinkedHashMap<>();
        for (int number = 1; number <= index.lines(); number++) {
            String line = source.line(number);
            DumpLine read = parser.parse(number, line);
            if (read.kind() == DumpLine.Kind.CHAIN) {
                declared.put(read.name(), number);
            } else if (read.kind() == DumpLine.Kind.REMOVE && declared.containsKey(read.name())) {
                mark("removed later", declared.get(read.name()), 1);
            }
            if (line.isBlank() || read.kind() == DumpLine.Kind.COMMENT) {
                mark("comment", number, 1);
            } else if (read.kind() == DumpLine.Kind.COMMIT
                    || Listing.header(line).isPresent()) {
                mark("table", number, 1);
            } else if (WITHOUT_TRACE.contains(read.kind())
                    || CommandLine.of(line).isPresent()
                    || ShellCommand.of(line).isPresent()) {
                mark("command", number, 1);
            }
        }
    }

    private void mark(String what, int first, int count) {
        lines.computeIfAbsent(what, none -> new BitSet()).set(first, first + count);
    }

    private void count(String text) {
        String[] words = text.replaceFirst("^! ", "").split(" ", 3);
        boolean named = words.length > 1 && (words[0].equals("-m") || words[0].equals("-j"));
        unmodelled.merge(named ? words[0] + " " + words[1] : words[0], 1, Integer::sum);
    }

    /** Lines of which nothing is said. */
    List<String> lost() {
        BitSet known = new BitSet();
        lines.values().forEach(known::or);
        List<String> lost = new ArrayList<>();
        for (int number = known.nextClearBit(1); number <= index.lines(); number = known.nextClearBit(number + 1)) {
            lost.add(source.name() + ":" + number + ": " + source.line(number));
        }
        return lost;
    }

    int rules() {
        return rules;
    }

    /** One row of a table: the file, its lines and rules, how many findings of how many causes, what is not modelled. */
    static String row(String name, List<Account> accounts) {
        Map<String, Integer> unmodelled = new TreeMap<>();
        accounts.forEach(
                account -> account.unmodelled.forEach((what, count) -> unmodelled.merge(what, count, Integer::sum)));
        String options = unmodelled.entrySet().stream()
                .map(entry -> entry.getKey() + (entry.getValue() == 1 ? "" : " (" + entry.getValue() + ")"))
                .collect(Collectors.joining(", "));
        return "%-50s %7d %7d %7d %7d   %s"
                        .formatted(
                                name,
                                accounts.stream()
                                        .mapToInt(account -> account.index.lines())
                                        .sum(),
                                accounts.stream()
                                        .mapToInt(account -> account.rules)
                                        .sum(),
                                accounts.stream()
                                        .mapToInt(account -> account.diagnostics)
                                        .sum(),
                                accounts.stream()
                                        .flatMap(account -> account.causes.stream())
                                        .distinct()
                                        .count(),
                                options)
                        .stripTrailing()
                + "\n";
    }

    static String heading() {
        return "%-50s %7s %7s %7s %7s   %s\n".formatted("", "lines", "rules", "reports", "causes", "not modelled");
    }

    static Stream<String> lost(List<Account> accounts) {
        return accounts.stream().flatMap(account -> account.lost().stream());
    }
}
