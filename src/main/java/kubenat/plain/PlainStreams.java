package kubenat.plain;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where plain streams begin: what the build calls in the place of the methods that begin Java's, by their names. */
public final class PlainStreams {
    private PlainStreams() {}

    public static <T> Stream<T> stream(Collection<T> elements) {
        return new PlainStream<>(enough -> until(elements.iterator(), enough));
    }

    public static <T> Stream<T> stream(Optional<T> element) {
        return element.isPresent() ? of(element.get()) : empty();
    }

    public static IntStream stream(OptionalInt element) {
        return new PlainInts(enough -> element.isPresent() && enough.test(element.getAsInt()));
    }

    public static IntStream stream(BitSet set) {
        return new PlainInts(enough -> {
            for (int each = set.nextSetBit(0); each >= 0; each = set.nextSetBit(each + 1)) {
                if (enough.test(each)) {
                    return true;
                }
            }
            return false;
        });
    }

    public static <T> Stream<T> stream(T[] elements) {
        return of(elements);
    }

    public static <T> Stream<T> of(T element) {
        return new PlainStream<>(enough -> enough.test(element));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Stream<T> of(T... elements) {
        return new PlainStream<>(enough -> {
            for (T element : elements) {
                if (enough.test(element)) {
                    return true;
                }
            }
            return false;
        });
    }

    public static <T> Stream<T> empty() {
        return new PlainStream<>(enough -> false);
    }

    public static <T> Stream<T> concat(Stream<? extends T> first, Stream<? extends T> second) {
        return PlainStream.concat(first, second);
    }

    public static Stream<String> lines(String text) {
        return new PlainStream<>(enough -> {
            int length = text.length();
            for (int start = 0, end; start < length; start = end) {
                end = lineEnd(text, start);
                if (enough.test(text.substring(start, end))) {
                    return true;
                }
                end += end + 1 < length && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n' ? 2 : 1;
            }
            return false;
        });
    }

    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    public static IntStream range(int start, int end) {
        return new PlainInts(enough -> {
            for (int each = start; each < end; each++) {
                if (enough.test(each)) {
                    return true;
                }
            }
            return false;
        });
    }

    public static IntStream chars(CharSequence text) {
        return new PlainInts(enough -> {
            for (int at = 0; at < text.length(); at++) {
                if (enough.test(text.charAt(at))) {
                    return true;
                }
            }
            return false;
        });
    }

    public static IntStream codePoints(CharSequence text) {
        return new PlainInts(enough -> {
            for (int at = 0, point; at < text.length(); at += Character.charCount(point)) {
                point = Character.codePointAt(text, at);
                if (enough.test(point)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Whether one of those that are left is enough. */
    static <T> boolean until(Iterator<? extends T> elements, Predicate<? super T> enough) {
        while (elements.hasNext()) {
            if (enough.test(elements.next())) {
                return true;
            }
        }
        return false;
    }

    /** As the list of a stream of Java's, which may hold what is no element of {@code List.of}. */
    @SuppressWarnings("unchecked")
    static <T> List<T> unmodifiable(List<T> elements) {
        for (T element : elements) {
            if (element == null) {
                return Collections.unmodifiableList(elements);
            }
        }
        return (List<T>) List.of(elements.toArray());
    }
}
