package kubenat.render.chains;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Exchanges slots that stand next to each other, where their strands cross less the other way round. */
final class Exchanges {
    private static final int MOST_ROUNDS = 12;

    private Exchanges() {}

    /** In place; the slots' numbers stay true. */
    static void make(List<List<Slot>> columns) {
        boolean changed = true;
        for (int round = 0; changed && round < MOST_ROUNDS; round++) {
            changed = false;
            for (List<Slot> column : columns) {
                changed |= pass(column);
            }
        }
    }

    private static boolean pass(List<Slot> column) {
        boolean changed = false;
        for (int i = 0; i + 1 < column.size(); i++) {
            Slot upper = column.get(i);
            Slot lower = column.get(i + 1);
            if (crossings(upper, lower) > crossings(lower, upper)) {
                Collections.swap(column, i, i + 1);
                lower.order = i;
                upper.order = i + 1;
                changed = true;
            }
        }
        return changed;
    }

    /** How often the strands of two slots cross if the first is the upper one. */
    private static long crossings(Slot upper, Slot lower) {
        return inversions(upper.before, lower.before) + inversions(upper.after, lower.after);
    }

    private static long inversions(List<Slot> upper, List<Slot> lower) {
        if (upper.isEmpty() || lower.isEmpty()) {
            return 0;
        }
        int[] ends = orders(lower);
        long count = 0;
        for (int end : orders(upper)) {
            for (int i = 0; i < ends.length && ends[i] < end; i++) {
                count++;
            }
        }
        return count;
    }

    private static int[] orders(List<Slot> slots) {
        int[] orders = new int[slots.size()];
        for (int i = 0; i < orders.length; i++) {
            orders[i] = slots.get(i).order;
        }
        Arrays.sort(orders);
        return orders;
    }
}
