package kubenat.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain collectors and comparators against Java's, in plain streams and in Java's. */
class PlainCollectorsTest {
    private static final List<String> WORDS = List.of("pear", "fig", "apple", "date", "fig", "kiwi", "Apple");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void joinsAndGathers(int count) {
        List<CharSequence> words = List.copyOf(WORDS.subList(0, count));

        assertThat(collected(words, PlainCollectors.joining())).isEqualTo(collected(words, Collectors.joining()));
        assertThat(collected(words, PlainCollectors.joining(", ")))
                .isEqualTo(collected(words, Collectors.joining(", ")));
        assertThat(collected(words, PlainCollectors.joining(", ", "[", "]")))
                .isEqualTo(collected(words, Collectors.joining(", ", "[", "]")));
        assertThat(collected(words, PlainCollectors.toSet())).isEqualTo(Set.copyOf(words));
        TreeSet<String> sorted = collected(WORDS, PlainCollectors.toCollection(TreeSet::new));
        assertThat(sorted).containsExactly("Apple", "apple", "date", "fig", "kiwi", "pear");
    }

    @Test
    void comparesInTurn() {
        Comparator<String> plain = PlainComparators.thenComparingInt(
                PlainComparators.thenComparing(
                        PlainComparators.comparingInt(String::length),
                        PlainComparators.comparing(word -> word.charAt(1))),
                word -> word.charAt(0));
        Comparator<String> javas = Comparator.comparingInt(String::length)
                .thenComparing(word -> word.charAt(1))
                .thenComparingInt(word -> word.charAt(0));

        assertThat(sorted(plain)).isEqualTo(sorted(javas));
        assertThat(sorted(PlainComparators.comparing(String::length, Collections.reverseOrder())))
                .isEqualTo(sorted(Comparator.comparing(String::length, Collections.reverseOrder())));
        assertThat(sorted(PlainComparators.comparingDouble(word -> 1.0 / word.length())))
                .isEqualTo(sorted(Comparator.comparingDouble(word -> 1.0 / word.length())));
        assertThat(sorted(PlainComparators.thenComparing(
                        PlainComparators.comparingInt(String::length), PlainComparators.natural())))
                .isEqualTo(sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())));
    }

    private static List<String> sorted(Comparator<String> comparator) {
        List<String> words = new ArrayList<>(WORDS);
        words.sort(comparator);
        return words;
    }

    /** In a stream of Java's, in a parallel one, and in a plain one, which all have to give the same. */
    private static <T, R> R collected(List<T> elements, Collector<? super T, ?, R> collector) {
        R plain = PlainStreams.stream(elements).collect(collector);
        assertThat(elements.stream().collect(collector)).isEqualTo(plain);
        assertThat(elements.parallelStream().collect(collector)).isEqualTo(plain);
        return plain;
    }
}
