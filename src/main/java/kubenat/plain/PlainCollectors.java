package kubenat.plain;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;

/** What the build calls in the place of methods of {@link java.util.stream.Collectors}, by their names. */
public final class PlainCollectors {
    private PlainCollectors() {}

    /** A collector of its parts. */
    private record Parts<T, A, R>(
            Supplier<A> supplier, BiConsumer<A, T> accumulator, BinaryOperator<A> combiner, Function<A, R> finisher)
            implements Collector<T, A, R> {
        @Override
        public Set<Characteristics> characteristics() {
            return Set.of();
        }
    }

    public static Collector<CharSequence, ?, String> joining() {
        return joining("");
    }

    public static Collector<CharSequence, ?, String> joining(CharSequence between) {
        return joining(between, "", "");
    }

    public static Collector<CharSequence, ?, String> joining(
            CharSequence between, CharSequence before, CharSequence after) {
        return new Parts<>(
                () -> new StringJoiner(between, before, after),
                StringJoiner::add,
                StringJoiner::merge,
                StringJoiner::toString);
    }

    public static <T> Collector<T, ?, Set<T>> toSet() {
        return toCollection(HashSet::new);
    }

    public static <T, C extends Collection<T>> Collector<T, ?, C> toCollection(Supplier<C> made) {
        return new Parts<>(made, Collection::add, PlainCollectors::joined, collection -> collection);
    }

    private static <T, C extends Collection<T>> C joined(C one, C other) {
        one.addAll(other);
        return one;
    }
}
