package kubenat.lint;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kubenat.graph.Handover;
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
    private int[] before = new int[16];

    private int[] from = new int[16];
    private int[] rule = new int[16];
    private int[] line = new int[16];
    private int calls;
    private final Map<String, List<Call>> missing = new LinkedHashMap<>();

    private TableCalls(Table table) {
        this.table = table;
        this.last = new int[table.numbers()];
        Arrays.fill(last, NONE);
    }

    /** Reads all rules of a table, each chain as {@code reading} says. */
    static TableCalls of(Table table, Function<Chain, List<Rule>> reading) {
        TableCalls calls = new TableCalls(table);
        for (int number = 0; number < table.numbers(); number++) {
            int chain = number;
            table.chain(number).ifPresent(found -> reading.apply(found).forEach(each -> calls.add(chain, each)));
        }
        return calls;
    }

    private void add(int chain, Rule caller) {
        Handover.of(caller).ifPresent(handover -> {
            String to = handover.to().name();
            int number = table.number(to);
            if (number < 0) {
                missing.computeIfAbsent(to, none -> new ArrayList<>(1)).add(Call.of(caller, handover.isGoto()));
            } else {
                makeRoom();
                before[calls] = last[number];
                from[calls] = chain;
                rule[calls] = handover.isGoto() ? ~caller.number() : caller.number();
                line[calls] = (int) caller.line();
                last[number] = calls++;
            }
        });
    }

    private void makeRoom() {
        if (calls == from.length) {
            before = Arrays.copyOf(before, calls * 2);
            from = Arrays.copyOf(from, calls * 2);
            rule = Arrays.copyOf(rule, calls * 2);
            line = Arrays.copyOf(line, calls * 2);
        }
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
