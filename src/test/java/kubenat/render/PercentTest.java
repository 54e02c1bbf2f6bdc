package kubenat.render;

import static org.assertj.core.api.Assertions.assertThat;

import kubenat.model.packet.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # share         | words
            1               | 100 %
            0               | 0 %
            0.5             | 50 %
            0.333333333     | 33.3 %
            0.0202          | 2 %
            0.016666        | 1.7 %
            0.0002          | 0.02 %
            0.00013         | 0.01 %
            0.0000000001    | 0.00000001 %
            0.99999         | 99.9 %
            0.20000000019   | 20 %
            0.999           | 99.9 %
            0.9996          | 99.9 %
            """)
    void tellsSharesAsPeopleReadThem(double share, String words) {
        assertThat(Percent.of(share)).isEqualTo(words);
    }

    @Test
    void theKernelsRoundingIsNotShown() {
        assertThat(Percent.of(Share.ofKernelProbability(429496730))).isEqualTo("20 %");
    }
}
