package kubenat.testing;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ForAllTest {
    @Test
    void drawsTheSameValuesEveryTime() {
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();

        forAll(Random::nextInt, first::add);
        forAll(Random::nextInt, second::add);

        assertThat(first).isEqualTo(second).hasSizeGreaterThanOrEqualTo(1).doesNotHaveDuplicates();
    }

    @Test
    void namesTheSeedAndTheValueThatBreakTheClaim() {
        assertThatThrownBy(() -> forAll(
                        random -> "value " + random.nextInt(),
                        value -> assertThat(value).isEmpty()))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("(?s)seed \\d+ .*-Dseed=\\d+ .*value -?\\d+.*");
    }

    @Test
    void triesOneSeedAloneWhenItIsGiven() {
        String before = System.getProperty("seed", "");
        System.setProperty("seed", "17");
        try {
            List<Integer> drawn = new ArrayList<>();

            forAll(Random::nextInt, drawn::add);

            assertThat(drawn).containsExactly(new Random(17).nextInt());
        } finally {
            if (before.isEmpty()) {
                System.clearProperty("seed");
            } else {
                System.setProperty("seed", before);
            }
        }
    }
}
