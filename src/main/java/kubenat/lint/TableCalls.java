package kubenat.lint;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Table;

/** Which rules of a table lead to which of its chains: by number, as there may be a million. */
final class TableCalls {
    private static final int NONE = -1;

    private final Table table;
    /** The last call of each chain. */
    private final int[] last;
    /** Of each call, the one before it that leads to the same chain; then the chain it comes from, its rule and its line. */
    private final int[] before;

    private final int[] from;
    private final int[] rule;
    private final int[] line;
    private int calls;
    private final Map<String, List<Call>> missing = new LinkedHashMap<>();

    private TableCalls(Table table, int most) {
        this.table = table;
        this.last = new int[table.numbers()];
        Arrays.fill(last, NONE);
        this.before = new int[most];
        this.from = new int[most];
        this.rule = new int[most];
        this.line = new int[most];
    }

    /** Reads all rules of a table, each chain as {@code reading} says, by all processors. */
    static TableCalls of(Table table, Function<Chain, List<Rule>> reading) {
        List<CallsOfRange> parts = Portion.done(ChainRange.of(table).stream()
                .map(range -> range.portion(chains -> read(chains, reading)))
                .toList());
        TableCalls all = new TableCalls(
                table, parts.stream().mapToInt(CallsOfRange::count).sum());
        parts.forEach(all::add);
        return all;
    }

    private static CallsOfRange read(ChainRange chains, Function<Chain, List<Rule>> reading) {
        CallsOfRange calls = new CallsOfRange(chains.table());
        chains.each((number, chain) -> reading.apply(chain).forEach(rule -> calls.add(number, rule)));
        return calls;
    }

    private void add(CallsOfRange part) {
        part.copy(calls, from, rule, line);
        for (int call = 0; call < part.count(); call++) {
            before[calls] = last[part.to(call)];
            last[part.to(call)] = calls++;
        }
        part.missing()
                .forEach((name, found) -> missing.computeIfAbsent(name, none -> new ArrayList<>(1))
                        .addAll(found));
    }

    /** Whether rules lead to chains that the table lacks. */
    boolean anyMissing() {
        return !missing.isEmpty();
    }

    /** The chain with the first rule that leads to a chain. */
    Optional<ChainName> firstCaller(String chain) {
        int number = table.number(chain);
        return number < 0 ? to(chain).stream().findFirst().map(Call::from) : firstCaller(number);
    }

    /** The same of the chain with a number. */
    Optional<ChainName> firstCaller(int number) {
        if (last[number] == NONE) {
            return Optional.empty();
        }
        int first = last[number];
        while (before[first] != NONE) {
            first = before[first];
        }
        return table.chain(from[first]).map(Chain::name);
    }

    /** The chains that no rule leads to. */
    Stream<Chain> uncalled() {
        return IntStream.range(0, last.length)
                .filter(number -> last[number] == NONE)
                .mapToObj(table::chain)
                .flatMap(Optional::stream);
    }

    /** Whether some rule leads to a chain. */
    boolean any(String chain) {
        int number = table.number(chain);
        return number < 0 ? missing.containsKey(chain) : last[number] != NONE;
    }

    /** The rules that lead to a chain, in the dump's order; each is made when it is looked at. */
    List<Call> to(String chain) {
        int number = table.number(chain);
        return number < 0 ? missing.getOrDefault(chain, List.of()) : calls(number);
    }

    private List<Call> calls(int number) {
        int count = 0;
        for (int call = last[number]; call != NONE; call = before[call]) {
            count++;
        }
        int[] found = new int[count];
        for (int call = last[number]; call != NONE; call = before[call]) {
            found[--count] = call;
        }
        return new AbstractList<>() {
            @Override
            public Call get(int at) {
                return call(found[at]);
            }

            @Override
            public int size() {
                return found.length;
            }
        };
    }

    private Call call(int call) {
        ChainName name = table.chain(from[call]).orElseThrow().name();
        boolean isGoto = rule[call] < 0;
        return new Call(name, isGoto ? ~rule[call] : rule[call], line[call], isGoto);
    }

    /** Whether by these rules some chain leads back to itself. */
    boolean hasCircle() {
        int[] waiting = new int[table.numbers()];
        for (int call = 0; call < calls; call++) {
            waiting[from[call]]++;
        }
        int[] done = new int[table.numbers()];
        int count = 0;
        for (int chain = 0; chain < waiting.length; chain++) {
            if (waiting[chain] == 0) {
                done[count++] = chain;
            }
        }
        // A chain is done when all that it leads to are.
        for (int at = 0; at < count; at++) {
            for (int call = last[done[at]]; call != NONE; call = before[call]) {
                if (--waiting[from[call]] == 0) {
                    done[count++] = from[call];
                }
            }
        }
        return count < waiting.length;
    }
}
