package kubenat.model.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** A set of numbers that are not negative: all that a packet's port, length or time to live may still be. */
public final class NumberSet {
    /** Every port: a port that is not known. */
    public static final NumberSet PORTS = range(0, 65535);

    /** No number at all. */
    public static final NumberSet NONE = new NumberSet(IntervalSet.empty());

    private final IntervalSet<Integer> numbers;

    private NumberSet(IntervalSet<Integer> numbers) {
        this.numbers = numbers;
    }

    public static NumberSet of(int number) {
        return range(number, number);
    }

    /** Both ends included. */
    public static NumberSet range(int first, int last) {
        return new NumberSet(IntervalSet.of(first, last));
    }

    public boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** Whether it holds every port, so that nothing is known. */
    public boolean isAnyPort() {
        return equals(PORTS);
    }

    public boolean contains(int number) {
        return numbers.contains(number);
    }

    /** The one number of the set, if it has just one. */
    public Optional<Integer> single() {
        return numbers.single();
    }

    /** The lowest number of a set that is not empty. */
    public int lowest() {
        return numbers.runs().get(0).first();
    }

    /** How many numbers it has. */
    public int count() {
        return numbers.runs().stream()
                .mapToInt(run -> run.last() - run.first() + 1)
                .sum();
    }

    public NumberSet intersect(NumberSet other) {
        return new NumberSet(numbers.intersect(other.numbers));
    }

    public NumberSet minus(NumberSet other) {
        return new NumberSet(numbers.minus(other.numbers, n -> n + 1, n -> n - 1));
    }

    public NumberSet union(NumberSet other) {
        return new NumberSet(numbers.union(other.numbers, n -> n + 1));
    }

    /** What the numbers become; for sets of few numbers. */
    public NumberSet map(IntUnaryOperator change) {
        List<Interval<Integer>> changed = new ArrayList<>();
        int first = 0;
        int last = -1;
        for (Interval<Integer> run : numbers.runs()) {
            for (int number = run.first(); number <= run.last(); number++) {
                int now = change.applyAsInt(number);
                boolean isNext = last >= first && (now == last || now == last + 1);
                if (!isNext && last >= first) {
                    changed.add(new Interval<>(first, last));
                }
                first = isNext ? first : now;
                last = now;
            }
        }
        if (last >= first) {
            changed.add(new Interval<>(first, last));
        }
        return new NumberSet(IntervalSet.joined(changed, n -> n + 1));
    }

    /** The numbers below a limit that pass a test. */
    public static NumberSet where(int below, IntPredicate test) {
        NumberSet found = NONE;
        for (int number = 0; number < below; number++) {
            found = test.test(number) ? found.union(of(number)) : found;
        }
        return found;
    }

    /** The runs as iptables writes them: {@code 80} or {@code 8000:8080}. */
    public List<String> runs() {
        return numbers.runs().stream()
                .map(run -> run.first().equals(run.last()) ? "" + run.first() : run.first() + ":" + run.last())
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberSet set && set.numbers.equals(numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    @Override
    public String toString() {
        return String.join(",", runs());
    }
}
