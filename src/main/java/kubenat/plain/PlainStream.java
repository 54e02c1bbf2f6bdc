package kubenat.plain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A stream that is one loop inside another: each element goes through all steps before the next, and only until enough is known. */
final class PlainStream<T> extends RestOfStream<T> {
    private final Walk<T> walk;

    PlainStream(Walk<T> walk) {
        this.walk = walk;
    }

    /** How elements come. */
    interface Walk<T> {
        /** Hands over one after another until one is enough; no if none was. */
        boolean until(Predicate<? super T> enough);
    }

    /** Lets some through. Like the steps below it is no lambda, because a call less for each element can be told. */
    private record Filtering<T>(Predicate<? super T> predicate, Predicate<? super T> enough) implements Predicate<T> {
        @Override
        public boolean test(T each) {
            return predicate.test(each) && enough.test(each);
        }
    }

    /** Makes something else of each. */
    private record Mapping<T, R>(Function<? super T, ? extends R> mapper, Predicate<? super R> enough)
            implements Predicate<T> {
        @Override
        public boolean test(T each) {
            return enough.test(mapper.apply(each));
        }
    }

    /** Makes many of each. */
    private record Unfolding<T, R>(
            Function<? super T, ? extends Stream<? extends R>> mapper, Predicate<? super R> enough)
            implements Predicate<T> {
        @Override
        public boolean test(T each) {
            Stream<? extends R> inner = mapper.apply(each);
            return inner != null && walk(inner).until(enough);
        }
    }

    /** Takes all. */
    private record Gathering<T>(List<T> elements) implements Predicate<T> {
        @Override
        public boolean test(T each) {
            elements.add(each);
            return false;
        }
    }

    /** A stream of Java's is walked as a plain one, and closed after. */
    private static <T> Walk<T> walk(Stream<T> stream) {
        if (stream instanceof PlainStream<T> plain) {
            return plain.walk;
        }
        return enough -> {
            try (stream) {
                return PlainStreams.until(stream.iterator(), enough);
            }
        };
    }

    /** The elements of one stream, and then those of another. */
    static <T> Stream<T> concat(Stream<? extends T> first, Stream<? extends T> second) {
        Walk<? extends T> before = walk(first);
        Walk<? extends T> after = walk(second);
        return new PlainStream<>(enough -> before.until(enough) || after.until(enough));
    }

    @Override
    public Stream<T> filter(Predicate<? super T> predicate) {
        return new PlainStream<>(enough -> walk.until(new Filtering<>(predicate, enough)));
    }

    @Override
    public <R> Stream<R> map(Function<? super T, ? extends R> mapper) {
        return new PlainStream<>(enough -> walk.until(new Mapping<>(mapper, enough)));
    }

    @Override
    public IntStream mapToInt(ToIntFunction<? super T> mapper) {
        return new PlainInts(enough -> walk.until(each -> enough.test(mapper.applyAsInt(each))));
    }

    @Override
    public DoubleStream mapToDouble(ToDoubleFunction<? super T> mapper) {
        return new PlainDoubles(action -> forEach(each -> action.accept(mapper.applyAsDouble(each))));
    }

    @Override
    public <R> Stream<R> flatMap(Function<? super T, ? extends Stream<? extends R>> mapper) {
        return new PlainStream<>(enough -> walk.until(new Unfolding<>(mapper, enough)));
    }

    @Override
    public Stream<T> distinct() {
        return new PlainStream<>(enough -> {
            Set<T> known = new HashSet<>();
            return walk.until(each -> known.add(each) && enough.test(each));
        });
    }

    @Override
    public Stream<T> sorted() {
        return sorted(PlainComparators.natural());
    }

    @Override
    public Stream<T> sorted(Comparator<? super T> comparator) {
        return new PlainStream<>(enough -> {
            List<T> sorted = elements();
            sorted.sort(comparator);
            return PlainStreams.until(sorted.iterator(), enough);
        });
    }

    @Override
    public Stream<T> limit(long maxSize) {
        if (maxSize < 0) {
            throw new IllegalArgumentException(Long.toString(maxSize));
        }
        return new PlainStream<>(enough -> {
            long[] passed = {0};
            boolean[] isEnough = {false};
            return maxSize > 0
                    && walk.until(each -> (isEnough[0] = enough.test(each)) || ++passed[0] == maxSize)
                    && isEnough[0];
        });
    }

    @Override
    public Stream<T> takeWhile(Predicate<? super T> predicate) {
        return new PlainStream<>(enough -> {
            boolean[] isEnough = {false};
            return walk.until(each -> !predicate.test(each) || (isEnough[0] = enough.test(each))) && isEnough[0];
        });
    }

    @Override
    public Stream<T> skip(long n) {
        if (n < 0) {
            throw new IllegalArgumentException(Long.toString(n));
        }
        return new PlainStream<>(enough -> {
            long[] left = {n};
            return walk.until(each -> left[0]-- <= 0 && enough.test(each));
        });
    }

    @Override
    public void forEach(Consumer<? super T> action) {
        walk.until(each -> {
            action.accept(each);
            return false;
        });
    }

    @Override
    public void forEachOrdered(Consumer<? super T> action) {
        forEach(action);
    }

    @Override
    public Object[] toArray() {
        return elements().toArray();
    }

    @Override
    public <A> A[] toArray(IntFunction<A[]> generator) {
        List<T> elements = elements();
        return elements.toArray(generator.apply(elements.size()));
    }

    @Override
    public List<T> toList() {
        return PlainStreams.unmodifiable(elements());
    }

    @Override
    public T reduce(T identity, BinaryOperator<T> accumulator) {
        Reduction<T> reduction = new Reduction<>(accumulator, identity);
        forEach(reduction);
        return reduction.result().orElse(identity);
    }

    @Override
    public Optional<T> reduce(BinaryOperator<T> accumulator) {
        Reduction<T> reduction = new Reduction<>(accumulator);
        forEach(reduction);
        return reduction.result();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R, A> R collect(Collector<? super T, A, R> collector) {
        A container = collector.supplier().get();
        var accumulator = collector.accumulator();
        forEach(each -> accumulator.accept(container, each));
        return collector.characteristics().contains(Collector.Characteristics.IDENTITY_FINISH)
                ? (R) container
                : collector.finisher().apply(container);
    }

    @Override
    public Optional<T> min(Comparator<? super T> comparator) {
        return reduce((one, other) -> comparator.compare(one, other) <= 0 ? one : other);
    }

    @Override
    public Optional<T> max(Comparator<? super T> comparator) {
        return reduce((one, other) -> comparator.compare(one, other) >= 0 ? one : other);
    }

    @Override
    public long count() {
        long[] count = {0};
        forEach(each -> count[0]++);
        return count[0];
    }

    @Override
    public boolean anyMatch(Predicate<? super T> predicate) {
        return walk.until(predicate);
    }

    @Override
    public boolean allMatch(Predicate<? super T> predicate) {
        return !walk.until(each -> !predicate.test(each));
    }

    @Override
    public boolean noneMatch(Predicate<? super T> predicate) {
        return !walk.until(predicate);
    }

    @Override
    public Optional<T> findFirst() {
        List<T> found = new ArrayList<>(1);
        walk.until(found::add);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    @Override
    public Optional<T> findAny() {
        return findFirst();
    }

    @Override
    public Iterator<T> iterator() {
        return Collections.unmodifiableList(elements()).iterator();
    }

    @Override
    public boolean isParallel() {
        return false;
    }

    @Override
    public Stream<T> sequential() {
        return this;
    }

    @Override
    public void close() {
        // A stream of Java's that is a part of this one is closed when it is walked.
    }

    @Override
    Stream<T> java() {
        return StreamSupport.stream(() -> elements().spliterator(), 0, false);
    }

    private List<T> elements() {
        List<T> elements = new ArrayList<>();
        walk.until(new Gathering<>(elements));
        return elements;
    }
}
