package kubenat.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChiSquareTest {
    /** Critical values as every table has them. */
    @ParameterizedTest
    @CsvSource({
        "3.841, 1, 0.05",
        "6.635, 1, 0.01",
        "10.828, 1, 0.001",
        "5.991, 2, 0.05",
        "13.816, 2, 0.001",
        "11.070, 5, 0.05",
        "20.515, 5, 0.001",
        "18.307, 10, 0.05",
        "124.342, 100, 0.05",
        "149.449, 100, 0.001"
    })
    void isAsTheTablesSay(double x, int degrees, double tail) {
        assertThat(ChiSquare.tail(x, degrees)).isCloseTo(tail, within(tail / 1000));
    }

    @Test
    void holdsForThousandsOfDegrees() {
        assertThat(ChiSquare.tail(4999, 4999)).isBetween(0.49, 0.51);
        assertThat(ChiSquare.tail(6000, 4999)).isLessThan(1e-15).isNotNegative();
        assertThat(ChiSquare.tail(0, 3)).isOne();
    }
}
