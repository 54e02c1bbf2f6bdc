package kubenat.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A {@link PlainStream} of numbers. */
final class PlainInts extends RestOfInts {
    private final Walk walk;

    PlainInts(Walk walk) {
        this.walk = walk;
    }

    /** How numbers come. */
    interface Walk {
        /** Hands over one after another until one is enough; no if none was. */
        boolean until(IntPredicate enough);
    }

    @Override
    public IntStream filter(IntPredicate predicate) {
        return new PlainInts(enough -> walk.until(each -> predicate.test(each) && enough.test(each)));
    }

    @Override
    public IntStream map(IntUnaryOperator mapper) {
        return new PlainInts(enough -> walk.until(each -> enough.test(mapper.applyAsInt(each))));
    }

    @Override
    public <U> Stream<U> mapToObj(IntFunction<? extends U> mapper) {
        return new PlainStream<>(enough -> walk.until(each -> enough.test(mapper.apply(each))));
    }

    @Override
    public DoubleStream mapToDouble(IntToDoubleFunction mapper) {
        return new PlainDoubles(action -> forEach(each -> action.accept(mapper.applyAsDouble(each))));
    }

    @Override
    public Stream<Integer> boxed() {
        return mapToObj(Integer::valueOf);
    }

    @Override
    public void forEach(IntConsumer action) {
        walk.until(each -> {
            action.accept(each);
            return false;
        });
    }

    @Override
    public void forEachOrdered(IntConsumer action) {
        forEach(action);
    }

    @Override
    public int[] toArray() {
        List<Integer> elements = elements();
        int[] array = new int[elements.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = elements.get(i);
        }
        return array;
    }

    @Override
    public int sum() {
        int[] sum = {0};
        forEach(each -> sum[0] += each);
        return sum[0];
    }

    @Override
    public OptionalInt min() {
        int[] least = {Integer.MAX_VALUE, 0};
        forEach(each -> {
            least[0] = Math.min(least[0], each);
            least[1] = 1;
        });
        return least[1] == 0 ? OptionalInt.empty() : OptionalInt.of(least[0]);
    }

    @Override
    public OptionalInt max() {
        int[] most = {Integer.MIN_VALUE, 0};
        forEach(each -> {
            most[0] = Math.max(most[0], each);
            most[1] = 1;
        });
        return most[1] == 0 ? OptionalInt.empty() : OptionalInt.of(most[0]);
    }

    @Override
    public long count() {
        long[] count = {0};
        forEach(each -> count[0]++);
        return count[0];
    }

    @Override
    public boolean anyMatch(IntPredicate predicate) {
        return walk.until(predicate);
    }

    @Override
    public boolean allMatch(IntPredicate predicate) {
        return !walk.until(each -> !predicate.test(each));
    }

    @Override
    public boolean noneMatch(IntPredicate predicate) {
        return !walk.until(predicate);
    }

    @Override
    public OptionalInt findFirst() {
        int[] found = {0};
        return walk.until(each -> {
                    found[0] = each;
                    return true;
                })
                ? OptionalInt.of(found[0])
                : OptionalInt.empty();
    }

    @Override
    public OptionalInt findAny() {
        return findFirst();
    }

    @Override
    public boolean isParallel() {
        return false;
    }

    @Override
    public IntStream sequential() {
        return this;
    }

    @Override
    public void close() {
        // There is nothing behind it.
    }

    @Override
    IntStream java() {
        return StreamSupport.intStream(() -> Arrays.spliterator(toArray()), 0, false);
    }

    private List<Integer> elements() {
        List<Integer> elements = new ArrayList<>();
        forEach(elements::add);
        return elements;
    }
}
