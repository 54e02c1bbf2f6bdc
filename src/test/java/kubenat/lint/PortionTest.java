package kubenat.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import kubenat.testing.ForAll;
import org.junit.jupiter.api.Test;

class PortionTest {
    private static final int MUCH = 100_000;

    @Test
    void whatComesOfThemIsInTheirOrderWhoeverDoesThem() {
        ForAll.forAll(
                random -> random.ints(1 + random.nextInt(300), 0, MUCH).boxed().toList(), weights -> {
                    List<Portion<Integer>> portions = IntStream.range(0, weights.size())
                            .mapToObj(at -> new Portion<>(weights.get(at), () -> at))
                            .toList();

                    assertThat(Portion.done(portions))
                            .isEqualTo(
                                    IntStream.range(0, weights.size()).boxed().toList());
                });
    }

    @Test
    void workWithinWorkIsDone() {
        List<Portion<Integer>> portions = new Random(1)
                .ints(20, 0, MUCH)
                .mapToObj(weight -> new Portion<>(
                        weight,
                        () -> Portion.done(List.of(new Portion<>(MUCH, () -> weight), new Portion<>(MUCH, () -> 1)))
                                .get(0)))
                .toList();

        assertThat(Portion.done(portions))
                .containsExactlyElementsOf(
                        portions.stream().map(Portion::weight).toList());
    }

    @Test
    void aFaultInOneIsAFaultOfTheWhole() {
        List<Portion<Integer>> portions = List.of(new Portion<>(MUCH, () -> 1), new Portion<>(MUCH, () -> {
            throw new ArithmeticException("broken");
        }));

        assertThatThrownBy(() -> Portion.done(portions))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("broken");
    }

    @Test
    void nothingComesOfNone() {
        assertThat(Portion.done(List.of())).isEmpty();
    }
}
