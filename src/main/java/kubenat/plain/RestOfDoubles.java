package kubenat.plain;

import java.util.OptionalDouble;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleToLongFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What few ask of a stream of fractions, left to Java's. */
abstract class RestOfDoubles implements DoubleStream {
    /** The same elements, walked only when Java asks for them. */
    abstract DoubleStream java();

    @Override
    public DoubleStream filter(DoublePredicate predicate) {
        return java().filter(predicate);
    }

    @Override
    public DoubleStream map(DoubleUnaryOperator mapper) {
        return java().map(mapper);
    }

    @Override
    public <U> Stream<U> mapToObj(DoubleFunction<? extends U> mapper) {
        return java().mapToObj(mapper);
    }

    @Override
    public IntStream mapToInt(DoubleToIntFunction mapper) {
        return java().mapToInt(mapper);
    }

    @Override
    public LongStream mapToLong(DoubleToLongFunction mapper) {
        return java().mapToLong(mapper);
    }

    @Override
    public DoubleStream flatMap(DoubleFunction<? extends DoubleStream> mapper) {
        return java().flatMap(mapper);
    }

    @Override
    public DoubleStream distinct() {
        return java().distinct();
    }

    @Override
    public DoubleStream sorted() {
        return java().sorted();
    }

    @Override
    public DoubleStream peek(DoubleConsumer action) {
        return java().peek(action);
    }

    @Override
    public DoubleStream limit(long maxSize) {
        return java().limit(maxSize);
    }

    @Override
    public DoubleStream skip(long n) {
        return java().skip(n);
    }

    @Override
    public void forEachOrdered(DoubleConsumer action) {
        java().forEachOrdered(action);
    }

    @Override
    public double[] toArray() {
        return java().toArray();
    }

    @Override
    public double reduce(double identity, DoubleBinaryOperator op) {
        return java().reduce(identity, op);
    }

    @Override
    public OptionalDouble reduce(DoubleBinaryOperator op) {
        return java().reduce(op);
    }

    @Override
    public <R> R collect(Supplier<R> supplier, ObjDoubleConsumer<R> accumulator, BiConsumer<R, R> combiner) {
        return java().collect(supplier, accumulator, combiner);
    }

    @Override
    public long count() {
        return java().count();
    }

    @Override
    public OptionalDouble average() {
        return java().average();
    }

    @Override
    public boolean anyMatch(DoublePredicate predicate) {
        return java().anyMatch(predicate);
    }

    @Override
    public boolean allMatch(DoublePredicate predicate) {
        return java().allMatch(predicate);
    }

    @Override
    public boolean noneMatch(DoublePredicate predicate) {
        return java().noneMatch(predicate);
    }

    @Override
    public OptionalDouble findFirst() {
        return java().findFirst();
    }

    @Override
    public OptionalDouble findAny() {
        return java().findAny();
    }

    @Override
    public Stream<Double> boxed() {
        return java().boxed();
    }

    @Override
    public DoubleStream parallel() {
        return java().parallel();
    }

    @Override
    public DoubleStream unordered() {
        return java().unordered();
    }

    @Override
    public DoubleStream onClose(Runnable closeHandler) {
        return java().onClose(closeHandler);
    }

    @Override
    public PrimitiveIterator.OfDouble iterator() {
        return java().iterator();
    }

    @Override
    public Spliterator.OfDouble spliterator() {
        return java().spliterator();
    }
}
