package kubenat.plain;

import java.util.IntSummaryStatistics;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What few ask of a stream of numbers, left to Java's. */
abstract class RestOfInts implements IntStream {
    /** The same elements, walked only when Java asks for them. */
    abstract IntStream java();

    @Override
    public LongStream mapToLong(IntToLongFunction mapper) {
        return java().mapToLong(mapper);
    }

    @Override
    public IntStream flatMap(IntFunction<? extends IntStream> mapper) {
        return java().flatMap(mapper);
    }

    @Override
    public IntStream distinct() {
        return java().distinct();
    }

    @Override
    public IntStream sorted() {
        return java().sorted();
    }

    @Override
    public IntStream peek(IntConsumer action) {
        return java().peek(action);
    }

    @Override
    public IntStream limit(long maxSize) {
        return java().limit(maxSize);
    }

    @Override
    public IntStream skip(long n) {
        return java().skip(n);
    }

    @Override
    public int reduce(int identity, IntBinaryOperator op) {
        return java().reduce(identity, op);
    }

    @Override
    public OptionalInt reduce(IntBinaryOperator op) {
        return java().reduce(op);
    }

    @Override
    public <R> R collect(Supplier<R> supplier, ObjIntConsumer<R> accumulator, BiConsumer<R, R> combiner) {
        return java().collect(supplier, accumulator, combiner);
    }

    @Override
    public OptionalDouble average() {
        return java().average();
    }

    @Override
    public IntSummaryStatistics summaryStatistics() {
        return java().summaryStatistics();
    }

    @Override
    public LongStream asLongStream() {
        return java().asLongStream();
    }

    @Override
    public DoubleStream asDoubleStream() {
        return java().asDoubleStream();
    }

    @Override
    public IntStream parallel() {
        return java().parallel();
    }

    @Override
    public IntStream unordered() {
        return java().unordered();
    }

    @Override
    public IntStream onClose(Runnable closeHandler) {
        return java().onClose(closeHandler);
    }

    @Override
    public PrimitiveIterator.OfInt iterator() {
        return java().iterator();
    }

    @Override
    public Spliterator.OfInt spliterator() {
        return java().spliterator();
    }
}
