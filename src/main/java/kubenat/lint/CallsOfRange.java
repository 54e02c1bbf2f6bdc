package kubenat.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.graph.Handover;
import kubenat.model.Rule;
import kubenat.model.Table;

/** The calls in some chains of a table, in the dump's order: by number, as there may be a million. */
final class CallsOfRange {
    private final Table table;
    /** Of each call the number of the chain that it comes from and of the one it leads to, its rule (inverted for a goto) and line. */
    private int[] from = new int[16];

    private int[] to = new int[16];
    private int[] rule = new int[16];
    private int[] line = new int[16];
    private int count;
    private final Map<String, List<Call>> missing = new LinkedHashMap<>(0);

    CallsOfRange(Table table) {
        this.table = table;
    }

    /** Adds the call that a rule is, if it is one. */
    void add(int chain, Rule caller) {
        Handover.of(caller).ifPresent(handover -> {
            String name = handover.to().name();
            int number = table.number(name);
            if (number < 0) {
                missing.computeIfAbsent(name, none -> new ArrayList<>(1)).add(Call.of(caller, handover.isGoto()));
            } else {
                makeRoom();
                from[count] = chain;
                to[count] = number;
                rule[count] = handover.isGoto() ? ~caller.number() : caller.number();
                line[count++] = (int) caller.line();
            }
        });
    }

    private void makeRoom() {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            rule = Arrays.copyOf(rule, count * 2);
            line = Arrays.copyOf(line, count * 2);
        }
    }

    int count() {
        return count;
    }

    int to(int call) {
        return to[call];
    }

    /** Copies the calls into these, from an index on: the chains they come from, rules and lines. */
    void copy(int at, int[] chains, int[] rules, int[] lines) {
        System.arraycopy(from, 0, chains, at, count);
        System.arraycopy(rule, 0, rules, at, count);
        System.arraycopy(line, 0, lines, at, count);
    }

    /** The calls of chains that the table lacks, by their names. */
    Map<String, List<Call>> missing() {
        return missing;
    }
}
