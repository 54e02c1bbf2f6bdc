package kubenat.render.chains;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kubenat.model.ChainName;

/** Finds the places of a map's cards and of the lanes that strands take past other columns. */
final class ChainLayout {
    private static final double GAP = 14;
    private static final double LANE = 4;
    /** With more lanes than these, strands go straight. */
    private static final long MOST_LANES = 50_000;

    private final ChainMap map;
    private final boolean lanes;
    private final Map<ChainName, List<Strand>> leaving = new LinkedHashMap<>();
    private final Map<ChainName, Integer> arriving = new HashMap<>();
    final List<List<Slot>> columns = new ArrayList<>();
    final Map<ChainName, Slot> slots = new LinkedHashMap<>();
    /** The slots that each strand passes, from its first card to its last. */
    final Map<Strand, List<Slot>> ways = new LinkedHashMap<>();

    ChainLayout(ChainMap map) {
        this.map = map;
        this.lanes = map.strands().stream()
                        .mapToLong(strand -> column(strand.to()) - column(strand.from()) - 1L)
                        .sum()
                <= MOST_LANES;
        map.strands()
                .forEach(strand -> leaving.computeIfAbsent(strand.from(), none -> new ArrayList<>())
                        .add(strand));
        int count = map.columns().values().stream().mapToInt(c -> c + 1).max().orElse(0);
        for (int i = 0; i < count; i++) {
            columns.add(new ArrayList<>());
        }
        visit();
        Ordering.improve(columns);
        settle();
    }

    private int column(ChainName chain) {
        return map.columns().getOrDefault(chain, 0);
    }

    /** Depth first, so that what belongs together stands together. */
    private void visit() {
        map.strands().forEach(strand -> arriving.merge(strand.to(), 1, Integer::sum));
        map.cards().keySet().stream()
                .filter(chain -> !arriving.containsKey(chain))
                .forEach(this::visit);
        map.cards().keySet().forEach(this::visit);
    }

    private void visit(ChainName start) {
        if (slots.containsKey(start)) {
            return;
        }
        Deque<Iterator<Strand>> open = new ArrayDeque<>();
        Set<ChainName> entered = new HashSet<>(Set.of(start));
        enter(start, open);
        while (!open.isEmpty()) {
            if (!open.element().hasNext()) {
                open.pop();
                continue;
            }
            Strand strand = open.element().next();
            if (!slots.containsKey(strand.to()) && entered.add(strand.to())) {
                enter(strand.to(), open);
            }
            follow(strand);
        }
    }

    private void enter(ChainName chain, Deque<Iterator<Strand>> open) {
        Slot slot = new Slot(column(chain), height(chain));
        slots.put(chain, slot);
        columns.get(slot.column).add(slot);
        open.push(leaving.getOrDefault(chain, List.of()).iterator());
    }

    /** A card with several strands arriving has to have room for their labels. */
    private double height(ChainName chain) {
        int count = arriving.getOrDefault(chain, 0);
        double natural = ChainBox.height(cardOf(chain));
        return count > 1 && count <= Wires.MOST_LABELS ? Math.max(natural, Wires.PORT * count + 10) : natural;
    }

    private ChainCard cardOf(ChainName chain) {
        ChainCard card = map.cards().get(chain);
        if (card == null) {
            throw new AssertionError(chain);
        }
        return card;
    }

    private void follow(Strand strand) {
        Slot from = slots.get(strand.from());
        Slot to = slots.get(strand.to());
        if (from == null || to == null) {
            throw new AssertionError(strand);
        }
        List<Slot> way = new ArrayList<>(List.of(from));
        for (int column = from.column + 1; lanes && column < to.column; column++) {
            Slot lane = new Slot(column, LANE);
            columns.get(column).add(lane);
            way.get(way.size() - 1).lead(lane);
            way.add(lane);
        }
        if (lanes || to.column == from.column + 1) {
            way.get(way.size() - 1).lead(to);
        }
        way.add(to);
        ways.put(strand, way);
    }

    /** Pulls each column to its neighbours, from both sides in turn. */
    private void settle() {
        columns.forEach(column -> Stacking.place(column, new double[column.size()], GAP));
        for (int round = 0; round < 3; round++) {
            for (int i = columns.size() - 1; i >= 0; i--) {
                settle(columns.get(i), false);
            }
            for (List<Slot> column : columns) {
                settle(column, true);
            }
        }
        double top = slots.values().stream().mapToDouble(Slot::top).min().orElse(0);
        columns.forEach(column -> column.forEach(slot -> slot.middle -= top));
    }

    private static void settle(List<Slot> column, boolean both) {
        double[] wishes = new double[column.size()];
        for (int i = 0; i < wishes.length; i++) {
            Slot slot = column.get(i);
            List<Slot> near = new ArrayList<>(slot.after);
            if (both || near.isEmpty()) {
                near.addAll(slot.before);
            }
            wishes[i] = near.stream().mapToDouble(n -> n.middle).average().orElse(slot.middle);
        }
        Stacking.place(column, wishes, GAP);
    }
}
