package kubenat.plain;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain streams against Java's: the same results, of the same elements, met in the same order. */
class PlainStreamTest {
    /** What can stand in the middle of a stream; each notes what it meets. */
    private static final Map<String, BiFunction<Stream<Integer>, List<String>, Stream<Integer>>> STEPS =
            new TreeMap<>(Map.ofEntries(
                    Map.entry("filter", (all, met) -> all.filter(each -> met.add("filter " + each) && each % 3 != 0)),
                    Map.entry(
                            "map",
                            (all, met) -> all.map(each -> {
                                met.add("map " + each);
                                return each * 7 % 11;
                            })),
                    Map.entry(
                            "flatMap",
                            (all, met) -> all.flatMap(each -> {
                                met.add("flatMap " + each);
                                return Stream.of(each, each + 1);
                            })),
                    Map.entry("flatMap to plain", (all, met) -> all.flatMap(each -> PlainStreams.of(each, -each))),
                    Map.entry("distinct", (all, met) -> all.distinct()),
                    Map.entry("sorted", (all, met) -> all.sorted()),
                    Map.entry("sorted by", (all, met) -> all.sorted(Comparator.comparing(each -> -each % 4))),
                    Map.entry("limit", (all, met) -> all.limit(3)),
                    Map.entry("skip", (all, met) -> all.skip(2)),
                    Map.entry("take", (all, met) -> all.takeWhile(each -> each < 9)),
                    Map.entry(
                            "ints",
                            (all, met) -> all.mapToInt(each -> each + 1)
                                    .filter(each -> met.add("int " + each) && each > 2)
                                    .map(each -> each * 2)
                                    .boxed())));

    /** What can end one. */
    private static final Map<String, Function<Stream<Integer>, Object>> ENDS = new TreeMap<>(Map.ofEntries(
            Map.entry("list", Stream::toList),
            Map.entry("array", all -> List.of(all.toArray(Integer[]::new))),
            Map.entry("objects", all -> List.of(all.toArray())),
            Map.entry("first", Stream::findFirst),
            Map.entry("any", all -> all.anyMatch(each -> each > 8)),
            Map.entry("all", all -> all.allMatch(each -> each < 8)),
            Map.entry("none", all -> all.noneMatch(each -> each == 7)),
            Map.entry("least", all -> all.min(Comparator.comparing(each -> each % 5))),
            Map.entry("most", all -> all.max(Comparator.comparing(each -> each % 5))),
            Map.entry("sum", all -> all.reduce(100, Integer::sum)),
            Map.entry("joined", all -> all.reduce((one, other) -> one * 3 + other)),
            Map.entry("iterator", all -> drained(all)),
            Map.entry("ints", all -> all.mapToInt(each -> each).sum()),
            Map.entry("most of ints", all -> all.mapToInt(each -> each).max()),
            Map.entry("least of ints", all -> all.mapToInt(each -> each).min()),
            Map.entry("first of ints", all -> all.mapToInt(each -> each).findFirst()),
            Map.entry("longs", all -> all.mapToLong(each -> each).sum()),
            Map.entry("fractions", all -> all.mapToDouble(each -> each / 10.0).sum()),
            Map.entry("most of fractions", all -> all.mapToDouble(each -> each).max()),
            Map.entry("average", all -> all.mapToDouble(each -> each / 3.0).average())));

    /** A pipeline: numbers, steps by their names, and an end. */
    private record Pipeline(List<Integer> numbers, List<String> steps, String end) {
        static Pipeline random(Random random) {
            List<Integer> numbers =
                    random.ints(random.nextInt(12), 0, 12).boxed().toList();
            List<String> steps = random.ints(random.nextInt(5), 0, STEPS.size())
                    .mapToObj(List.copyOf(STEPS.keySet())::get)
                    .toList();
            return new Pipeline(numbers, steps, List.copyOf(ENDS.keySet()).get(random.nextInt(ENDS.size())));
        }

        /** The result, and what the steps have met. */
        List<Object> run(Stream<Integer> stream) {
            List<String> met = new ArrayList<>();
            Stream<Integer> all = stream;
            for (String step : steps) {
                all = STEPS.get(step).apply(all, met);
            }
            return List.of(ENDS.get(end).apply(all), met);
        }
    }

    private static List<Integer> drained(Stream<Integer> stream) {
        List<Integer> all = new ArrayList<>();
        stream.iterator().forEachRemaining(all::add);
        return all;
    }

    @Test
    void isWalkedAsJavasIs() {
        forAll(
                5_000,
                Pipeline::random,
                pipeline -> assertThat(pipeline.run(PlainStreams.stream(pipeline.numbers())))
                        .isEqualTo(pipeline.run(pipeline.numbers().stream())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "a", "a\n", "a\r\nb", "a\rb\n\nc", "\r\n\r\n", "ä\n😀", "😀"})
    void textComesAsFromJava(String text) {
        assertThat(PlainStreams.lines(text))
                .containsExactlyElementsOf(text.lines().toList());
        assertThat(PlainStreams.chars(text).toArray()).isEqualTo(text.chars().toArray());
        assertThat(PlainStreams.codePoints(text).toArray())
                .isEqualTo(text.codePoints().toArray());
    }

    @Test
    void otherBeginnings() {
        assertThat(PlainStreams.range(3, 6).boxed()).containsExactly(3, 4, 5);
        assertThat(PlainStreams.range(6, 3).boxed()).isEmpty();
        assertThat(PlainStreams.of(1, 2).limit(0)).isEmpty();
        assertThat(PlainStreams.concat(PlainStreams.of(1, 2), Stream.of(3, 4)).limit(3))
                .containsExactly(1, 2, 3);
        assertThat(PlainStreams.stream(Optional.of("a"))).containsExactly("a");
        assertThat(PlainStreams.stream(Optional.empty())).isEmpty();
        assertThat(PlainStreams.stream(OptionalInt.of(7)).boxed()).containsExactly(7);
        assertThat(PlainStreams.stream(OptionalInt.empty()).boxed()).isEmpty();
        assertThat(PlainStreams.stream(BitSet.valueOf(new long[] {5})).boxed()).containsExactly(0, 2);
        assertThat(PlainStreams.stream(new String[] {"a", "b"})).containsExactly("a", "b");
    }

    @Test
    void sumsOfFractionsAreJavasToTheLastBit() {
        forAll(
                random -> random.doubles(50, -1, 1).boxed().toList(),
                numbers -> assertThat(PlainStreams.stream(numbers)
                                .mapToDouble(each -> each / 3)
                                .sum())
                        .isEqualTo(
                                numbers.stream().mapToDouble(each -> each / 3).sum()));
    }

    @Test
    void listsAreNotToBeChanged() {
        List<Integer> list = PlainStreams.of(1, 2).toList();

        assertThatThrownBy(() -> list.add(3)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(PlainStreams.of("a", null).toList()).containsExactly("a", null);
    }

    @Test
    void whatIsLeftToJavaIsWalkedOnlyWhenItEnds() {
        List<Integer> met = new ArrayList<>();
        IntStream ints = PlainStreams.of(3, 1, 3).mapToInt(each -> each).filter(met::add);

        IntStream sorted = ints.distinct().sorted();

        assertThat(met).isEmpty();
        assertThat(sorted.toArray()).containsExactly(1, 3);
        assertThat(met).containsExactly(3, 1, 3);
    }

    @Test
    void streamOfJavasThatIsAPartIsClosed() {
        List<String> closed = new ArrayList<>();

        List<Integer> all = PlainStreams.of(1, 2)
                .flatMap(each -> Stream.of(each, each).onClose(() -> closed.add("closed " + each)))
                .toList();

        assertThat(all).containsExactly(1, 1, 2, 2);
        assertThat(closed).containsExactly("closed 1", "closed 2");
    }
}
