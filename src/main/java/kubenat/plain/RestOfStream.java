package kubenat.plain;

import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What few ask of a stream, left to Java's, to which the elements come all at once when they are asked for. */
abstract class RestOfStream<T> implements Stream<T> {
    /** The same elements, walked only when Java asks for them. */
    abstract Stream<T> java();

    @Override
    public LongStream mapToLong(ToLongFunction<? super T> mapper) {
        return java().mapToLong(mapper);
    }

    @Override
    public IntStream flatMapToInt(Function<? super T, ? extends IntStream> mapper) {
        return java().flatMapToInt(mapper);
    }

    @Override
    public LongStream flatMapToLong(Function<? super T, ? extends LongStream> mapper) {
        return java().flatMapToLong(mapper);
    }

    @Override
    public DoubleStream flatMapToDouble(Function<? super T, ? extends DoubleStream> mapper) {
        return java().flatMapToDouble(mapper);
    }

    @Override
    public Stream<T> peek(Consumer<? super T> action) {
        return java().peek(action);
    }

    @Override
    public <U> U reduce(U identity, BiFunction<U, ? super T, U> accumulator, BinaryOperator<U> combiner) {
        return java().reduce(identity, accumulator, combiner);
    }

    @Override
    public <R> R collect(Supplier<R> supplier, BiConsumer<R, ? super T> accumulator, BiConsumer<R, R> combiner) {
        return java().collect(supplier, accumulator, combiner);
    }

    @Override
    public Stream<T> parallel() {
        return java().parallel();
    }

    @Override
    public Stream<T> unordered() {
        return java().unordered();
    }

    @Override
    public Stream<T> onClose(Runnable closeHandler) {
        return java().onClose(closeHandler);
    }

    @Override
    public Spliterator<T> spliterator() {
        return java().spliterator();
    }
}
