package kubenat.render.chains;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Orders the slots of each column so that few strands cross: by where their neighbours stand (barycentres, from the left and from the
 * right in turn), then by exchanging neighbours, from several beginnings; the best order seen is kept.
 */
final class Ordering {
    private static final int SWEEPS = 12;
    /** With more slots than these, the order in which they were found has to do. */
    private static final int MOST = 20_000;

    /** With more than these, neighbours are not exchanged. */
    private static final int MOST_EXCHANGED = 3_000;

    /** Of fewer than these, chance orders are tried too: the same ones each time. */
    private static final int FEW = 250;

    private static final int MORE_BEGINNINGS = 16;
    private static final long SEED = 1;

    private final List<List<Slot>> columns;
    private final boolean exchanging;
    private final boolean isSmall;
    private List<List<Slot>> kept;
    private long best;

    private Ordering(List<List<Slot>> columns, int slots) {
        this.columns = columns;
        this.exchanging = slots <= MOST_EXCHANGED;
        this.isSmall = slots < FEW;
        this.kept = copy();
        this.best = Crossings.count(columns);
    }

    /** Sorts the columns in place. */
    static void improve(List<List<Slot>> columns) {
        columns.forEach(Ordering::number);
        int slots = columns.stream().mapToInt(List::size).sum();
        if (slots <= MOST) {
            new Ordering(columns, slots).improve();
        }
    }

    private void improve() {
        List<List<Slot>> beginning = kept;
        sweep(true);
        if (exchanging) {
            again(beginning, Collections::reverse);
        }
        Random lots = new Random(SEED);
        for (int i = 0; i < MORE_BEGINNINGS && isSmall && best > 0; i++) {
            again(beginning, column -> Collections.shuffle(column, lots));
        }
        restore(kept);
    }

    private void again(List<List<Slot>> beginning, Consumer<List<Slot>> change) {
        restore(beginning);
        columns.forEach(change);
        columns.forEach(Ordering::number);
        sweep(false);
    }

    private void sweep(boolean rightFirst) {
        for (int sweep = 0; sweep < SWEEPS && best > 0; sweep++) {
            boolean right = sweep % 2 == 0 == rightFirst;
            for (int i = 1; i < columns.size(); i++) {
                sort(columns.get(right ? i : columns.size() - 1 - i), right);
            }
            keep();
            if (exchanging) {
                Exchanges.make(columns);
                keep();
            }
        }
    }

    private void keep() {
        long now = Crossings.count(columns);
        if (now < best) {
            best = now;
            kept = copy();
        }
    }

    private void restore(List<List<Slot>> order) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).clear();
            columns.get(i).addAll(order.get(i));
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

    static void number(List<Slot> column) {
        for (int i = 0; i < column.size(); i++) {
            column.get(i).order = i;
        }
    }
}
