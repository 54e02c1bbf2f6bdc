package kubenat.render.chains;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts how often strands cross between neighbouring columns. */
final class Crossings {
    private Crossings() {}

    /** All crossings, the slots of each column standing in their order. */
    static long count(List<List<Slot>> columns) {
        long sum = 0;
        for (int column = 0; column + 1 < columns.size(); column++) {
            sum += between(columns.get(column), columns.get(column + 1).size());
        }
        return sum;
    }

    /** Inversions of the right ends, with a binary indexed tree. */
    private static long between(List<Slot> left, int rightSize) {
        List<Integer> ends = new ArrayList<>();
        for (Slot slot : left) {
            slot.after.stream()
                    .map(next -> next.order)
                    .sorted(Comparator.naturalOrder())
                    .forEach(ends::add);
        }
        int[] tree = new int[rightSize + 1];
        long crossings = 0;
        for (int seen = 0; seen < ends.size(); seen++) {
            int end = ends.get(seen);
            crossings += seen - upTo(tree, end);
            for (int i = end + 1; i < tree.length; i += i & -i) {
                tree[i]++;
            }
        }
        return crossings;
    }

    /** How many of those seen end at this one or before it. */
    private static int upTo(int[] tree, int end) {
        int sum = 0;
        for (int i = end + 1; i > 0; i -= i & -i) {
            sum += tree[i];
        }
        return sum;
    }
}
