package kubenat.parse;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kubenat.model.Hook;
import kubenat.model.TableName;
import kubenat.model.packet.Family;
import kubenat.source.Diagnostic;
import kubenat.source.DumpException;
import kubenat.source.SourceText;

/**
 * Writes a dump anew, as iptables 1.8.9 would print it. What is not understood is kept as a comment and reported. One chain's
 * line is held at a time, so the size of a dump is no limit.
 */
public final class DumpPrinter {
    private final DumpForm form;
    private final boolean sorted;
    private final Optional<Boolean> counted;
    private final Optional<TableName> unnamed;

    /**
     * Says how to write.
     *
     * @param sorted whether chains are in iptables' order (built-in ones first, then by name), or in the dump's
     * @param counted whether rules have counters; if absent, they have those that the dump has
     * @param unnamed the table of dumps that do not name theirs
     */
    public DumpPrinter(DumpForm form, boolean sorted, Optional<Boolean> counted, Optional<TableName> unnamed) {
        this.form = form;
        this.sorted = sorted;
        this.counted = counted;
        this.unnamed = unnamed;
    }

    /**
     * Writes a dump; shows what could not be understood as it is met.
     *
     * @throws DumpException if there is no table, chain or rule in it
     */
    public void print(SourceText source, PrintWriter out, Consumer<Diagnostic> reported) throws DumpException {
        DumpIndex index = DumpIndex.of(source);
        TableNaming naming = new TableNaming(index, unnamed);
        if (index.tables().isEmpty()) {
            throw NoDump.exception(index);
        }
        new IndexDiagnostics(index).all().forEach(reported);
        naming.diagnostics().forEach(reported);
        Remarks remarks = new Remarks(index, form);
        List<TableIndex> tables = new ArrayList<>(index.tables());
        if (sorted) {
            tables.sort(Comparator.comparing(table -> name(table, naming)));
        }
        for (TableIndex table : tables) {
            remarks.before(table, out);
            table(table, source, naming, tables.size() > 1, out, reported);
        }
        remarks.rest(out);
    }

    private static String name(TableIndex table, TableNaming naming) {
        return naming.of(table).map(named -> named.name().toString()).orElse(table.name());
    }

    private void table(
            TableIndex table,
            SourceText source,
            TableNaming naming,
            boolean several,
            PrintWriter out,
            Consumer<Diagnostic> reported) {
        Family family = naming.of(table).map(TableNaming.Named::family).orElse(Family.IPV4);
        String name = name(table, naming);
        boolean numbers = counted.orElseGet(() -> hasCounters(table, source));
        if (form == DumpForm.SAVE) {
            out.print("*" + name + "\n");
        } else if (several) {
            out.print("# ip%stables -t %s -S\n".formatted(family == Family.IPV6 ? "6" : "", name));
        }
        int[] chains = chains(table);
        RulePrinter rules = new RulePrinter(family, form, numbers);
        Set<String> missing = new HashSet<>();
        new TablePages(table, () -> new TablePrinter(table, source, rules), page -> {
                    source.progress().add(page.lines());
                    page.writeTo(out, reported, missing);
                })
                .print(chains);
        if (form == DumpForm.SAVE) {
            out.print("COMMIT\n");
        }
    }

    private int[] chains(TableIndex table) {
        Stream<Integer> chains = IntStream.range(0, table.chains()).boxed();
        return (sorted
                        ? chains.sorted(Comparator.<Integer>comparingInt(chain -> hook(table.chainName(chain)))
                                .thenComparing(table::chainName))
                        : chains)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int hook(String chain) {
        return Stream.of(Hook.values())
                .filter(hook -> hook.name().equals(chain))
                .map(Hook::ordinal)
                .findFirst()
                .orElse(Hook.values().length);
    }

    private static boolean hasCounters(TableIndex table, SourceText source) {
        LineParser parser = new LineParser(source.name());
        return IntStream.range(0, table.chains())
                .boxed()
                .flatMap(chain -> table.firstRules(chain, 1))
                .limit(1)
                .map(rule -> parser.parse(rule.number(), source.lineAt(rule.offset())))
                .anyMatch(line -> line.counters().isPresent()
                        || line.items().stream().anyMatch(item -> item.text().equals("-c")));
    }
}
