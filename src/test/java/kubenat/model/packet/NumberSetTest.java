package kubenat.model.packet;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class NumberSetTest {
    private static final List<IntUnaryOperator> CHANGES =
            List.of(n -> Math.max(1, n - 1), n -> n ^ 0x15, n -> 255 - n, n -> 7, n -> n & 0xf0, n -> n);

    /** A set, and what is done to each of its numbers. */
    private record Change(NumberSet before, IntUnaryOperator change) {}

    @Test
    void becomesWhatEachOfItsNumbersBecomes() {
        forAll(
                random -> {
                    NumberSet set = NumberSet.NONE;
                    for (int i = random.nextInt(5); i > 0; i--) {
                        int first = random.nextInt(250);
                        set = set.union(NumberSet.range(first, Math.min(255, first + random.nextInt(30))));
                    }
                    return new Change(set, CHANGES.get(random.nextInt(CHANGES.size())));
                },
                value -> {
                    NumberSet expected = NumberSet.NONE;
                    for (int n = 0; n <= 255; n++) {
                        boolean isIn = value.before().contains(n);
                        expected = isIn
                                ? expected.union(NumberSet.of(value.change().applyAsInt(n)))
                                : expected;
                    }
                    assertThat(value.before().map(value.change())).isEqualTo(expected);
                });
    }
}
