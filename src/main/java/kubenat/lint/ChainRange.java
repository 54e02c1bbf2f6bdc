package kubenat.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kubenat.model.Chain;
import kubenat.model.Table;

/**
 * Chains of a table that one thread looks at, one after the other.
 *
 * @param from the number of the first one
 * @param to the number after the last one
 * @param rules about how many rules they have
 */
record ChainRange(Table table, int from, int to, int rules) {
    /** So few that all threads end at about the same time, and so many that it is no matter who takes them. */
    private static final int RULES_TOGETHER = 1_000;

    /** All chains of a table, in order. */
    static List<ChainRange> of(Table table) {
        List<ChainRange> ranges = new ArrayList<>();
        int from = 0;
        int rules = 0;
        for (int number = 0; number < table.numbers(); number++) {
            int more = table.chain(number).map(Chain::size).orElse(0) + 1;
            if (rules > 0 && rules + more > RULES_TOGETHER) {
                ranges.add(new ChainRange(table, from, number, rules));
                from = number;
                rules = 0;
            }
            rules += more;
        }
        ranges.add(new ChainRange(table, from, table.numbers(), rules));
        return ranges;
    }

    /** The work of looking at them. */
    <T> Portion<T> portion(Function<ChainRange, T> work) {
        return new Portion<>(rules, () -> work.apply(this));
    }

    /** Shows each chain with its number. */
    void each(Visitor visitor) {
        for (int number = from; number < to; number++) {
            int at = number;
            table.chain(number).ifPresent(chain -> visitor.chain(at, chain));
        }
    }

    /** Is shown chains with their numbers. */
    @FunctionalInterface
    interface Visitor {
        void chain(int number, Chain chain);
    }
}
