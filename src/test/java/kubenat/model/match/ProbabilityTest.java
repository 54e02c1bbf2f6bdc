package kubenat.model.match;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbabilityTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            # word              , kernel     , text
            0.5                 , 1073741824 , 0.5
            0.50000000000       , 1073741824 , 0.5
            0.33333333349       , 715827883  , 0.33333333349
            0.0000000000        , 0          , 0
            0.9999999999999     , 2147483648 , 0.9999999999999
            0.99999999999999999 , 2147483648 , 0.99999999999999999
            1                   , 2147483648 , 1
            0                   , 0          , 0
            1.00000000000       , 2147483648 , 1
            5e-1                , 1073741824 , 0.5
            .25                 , 536870912  , 0.25
            """)
    void readsWhatIptablesReads(String word, long kernel, String text) {
        assertThat(Probability.read(word)).contains(new Probability(kernel, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.x", "0.5x", "0.+5", "1.1", "-0.5", "half", "0.5 ", "0x1"})
    void refusesWhatIsNoProbability(String word) {
        assertThat(Probability.read(word)).isEqualTo(Optional.empty());
    }

    @Test
    void roundsAPlainNumberAsExactArithmeticDoes() {
        forAll(
                random -> "0."
                        + Long.toString(random.nextLong(1L << 60, Long.MAX_VALUE))
                                .substring(0, random.nextInt(1, 14)),
                word -> {
                    BigDecimal number = new BigDecimal(word);
                    BigDecimal exact =
                            number.multiply(BigDecimal.valueOf(1L << 31)).setScale(0, RoundingMode.HALF_UP);

                    assertThat(Probability.read(word))
                            .contains(new Probability(
                                    exact.longValueExact(),
                                    number.stripTrailingZeros().toPlainString()));
                });
    }
}
