package kubenat.model.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A set of values as sorted runs that neither overlap nor touch; the algebra under {@link AddressSet} and {@link NumberSet}. */
final class IntervalSet<T extends Comparable<T>> {
    private final List<Interval<T>> runs;
    private final int hash;

    private IntervalSet(List<Interval<T>> runs) {
        this.runs = List.copyOf(runs);
        this.hash = this.runs.hashCode();
    }

    static <T extends Comparable<T>> IntervalSet<T> empty() {
        return new IntervalSet<>(List.of());
    }

    static <T extends Comparable<T>> IntervalSet<T> of(T first, T last) {
        return new IntervalSet<>(List.of(new Interval<>(first, last)));
    }

    List<Interval<T>> runs() {
        return runs;
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    boolean contains(T value) {
        int low = 0;
        int high = runs.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Interval<T> run = runs.get(middle);
            if (value.compareTo(run.first()) < 0) {
                high = middle - 1;
            } else if (value.compareTo(run.last()) > 0) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    Optional<T> single() {
        return runs.size() == 1 && runs.get(0).first().equals(runs.get(0).last())
                ? Optional.of(runs.get(0).first())
                : Optional.empty();
    }

    IntervalSet<T> intersect(IntervalSet<T> other) {
        List<Interval<T>> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < runs.size() && j < other.runs.size()) {
            Interval<T> a = runs.get(i);
            Interval<T> b = other.runs.get(j);
            T first = a.first().compareTo(b.first()) > 0 ? a.first() : b.first();
            T last = a.last().compareTo(b.last()) < 0 ? a.last() : b.last();
            if (first.compareTo(last) <= 0) {
                common.add(new Interval<>(first, last));
            }
            if (a.last().compareTo(b.last()) < 0) {
                i++;
            } else {
                j++;
            }
        }
        return new IntervalSet<>(common);
    }

    /** The values of this set that the other lacks; the operators step to the neighbouring value. */
    IntervalSet<T> minus(IntervalSet<T> other, UnaryOperator<T> next, UnaryOperator<T> previous) {
        List<Interval<T>> left = new ArrayList<>();
        int j = 0;
        for (Interval<T> run : runs) {
            T first = run.first();
            boolean open = true;
            while (j < other.runs.size() && other.runs.get(j).last().compareTo(first) < 0) {
                j++;
            }
            for (int k = j; open && k < other.runs.size(); k++) {
                Interval<T> hole = other.runs.get(k);
                if (hole.first().compareTo(run.last()) > 0) {
                    break;
                }
                if (hole.first().compareTo(first) > 0) {
                    left.add(new Interval<>(first, previous.apply(hole.first())));
                }
                open = hole.last().compareTo(run.last()) < 0;
                first = open ? next.apply(hole.last()) : first;
            }
            if (open) {
                left.add(new Interval<>(first, run.last()));
            }
        }
        return new IntervalSet<>(left);
    }

    IntervalSet<T> union(IntervalSet<T> other, UnaryOperator<T> next) {
        List<Interval<T>> all = new ArrayList<>(runs);
        all.addAll(other.runs);
        return joined(all, next);
    }

    /** The values of all the runs, which may overlap and stand in any order. */
    static <T extends Comparable<T>> IntervalSet<T> joined(List<Interval<T>> runs, UnaryOperator<T> next) {
        List<Interval<T>> all = new ArrayList<>(runs);
        all.sort((a, b) -> a.first().compareTo(b.first()));
        List<Interval<T>> joined = new ArrayList<>();
        for (Interval<T> run : all) {
            int top = joined.size() - 1;
            if (top >= 0 && touches(joined.get(top), run, next)) {
                T last = joined.get(top).last().compareTo(run.last()) > 0
                        ? joined.get(top).last()
                        : run.last();
                joined.set(top, new Interval<>(joined.get(top).first(), last));
            } else {
                joined.add(run);
            }
        }
        return new IntervalSet<>(joined);
    }

    private static <T extends Comparable<T>> boolean touches(
            Interval<T> before, Interval<T> after, UnaryOperator<T> next) {
        return after.first().compareTo(before.last()) <= 0
                || next.apply(before.last()).equals(after.first());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntervalSet<?> set && set.hash == hash && set.runs.equals(runs);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
