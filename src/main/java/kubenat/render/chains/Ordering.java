package kubenat.render.chains;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Orders the slots of each column so that few strands cross: by where their neighbours stand, as long as that gets better. */
final class Ordering {
    private static final int SWEEPS = 8;
    private static final int MOST = 20_000;

    private final List<List<Slot>> columns;

    private Ordering(List<List<Slot>> columns) {
        this.columns = columns;
    }

    /** Sorts the columns in place. */
    static void improve(List<List<Slot>> columns) {
        Ordering ordering = new Ordering(columns);
        columns.forEach(Ordering::number);
        if (columns.stream().mapToInt(List::size).sum() <= MOST) {
            ordering.sweep();
        }
    }

    private void sweep() {
        long best = Crossings.count(columns);
        List<List<Slot>> kept = copy();
        for (int sweep = 0; sweep < SWEEPS && best > 0; sweep++) {
            boolean right = sweep % 2 == 0;
            for (int i = 1; i < columns.size(); i++) {
                sort(columns.get(right ? i : columns.size() - 1 - i), right);
            }
            long now = Crossings.count(columns);
            if (now < best) {
                best = now;
                kept = copy();
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).clear();
            columns.get(i).addAll(kept.get(i));
            number(columns.get(i));
        }
    }

    private List<List<Slot>> copy() {
        return columns.stream().map(List::copyOf).toList();
    }

    private static void sort(List<Slot> column, boolean byLeft) {
        record Weighed(Slot slot, double weight) {}
        List<Weighed> weighed = new ArrayList<>();
        for (Slot slot : column) {
            List<Slot> neighbours = byLeft ? slot.before : slot.after;
            weighed.add(new Weighed(
                    slot, neighbours.stream().mapToInt(n -> n.order).average().orElse(slot.order)));
        }
        weighed.sort(Comparator.comparingDouble(Weighed::weight));
        column.clear();
        weighed.forEach(each -> column.add(each.slot));
        number(column);
    }

    private static void number(List<Slot> column) {
        for (int i = 0; i < column.size(); i++) {
            column.get(i).order = i;
        }
    }
}
