package kubenat.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaintTest {
    /** WCAG 2.2, 1.4.3: 4.5 to 1 for text of this size. */
    private static final double AA = 4.5;

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # text            | ground
            TEXT              | BACKGROUND
            MUTED             | BACKGROUND
            FAINT             | BACKGROUND
            TEXT              | CARD
            MUTED             | CARD
            FAINT             | CARD
            TEXT              | STRIP
            MUTED             | STRIP
            FAINT             | STRIP
            PACKET_TEXT       | PACKET
            PACKET_MUTED      | PACKET
            STEP_TEXT         | STEP
            CHIP_TEXT         | CHIP
            TEXT              | CHIP
            MUTED             | CHIP
            TEXT              | SERVICE
            MUTED             | SERVICE
            SERVICE_HEAD_TEXT | SERVICE_HEAD
            PILL_TEXT         | PILL
            TEXT              | ENDPOINT
            MUTED             | ENDPOINT
            MARK_TEXT         | ENDPOINT
            MARK_TEXT         | MARK
            MARK_BADGE        | MARK_ARROW
            PROBLEM_TEXT      | PROBLEM
            PROBLEM_TEXT      | ENDPOINT
            TEXT              | PLAIN
            MUTED             | PLAIN
            """)
    void textCanBeReadInBothThemes(Paint text, Paint ground) {
        assertThat(contrast(text.light().fill(), ground.light().fill())).isGreaterThanOrEqualTo(AA);
        assertThat(contrast(text.dark().fill(), ground.dark().fill())).isGreaterThanOrEqualTo(AA);
    }

    private static double contrast(String one, String other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
