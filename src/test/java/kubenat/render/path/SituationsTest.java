package kubenat.render.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kubenat.model.packet.Condition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SituationsTest {
    /** Conditions are letters, {@code !} denies one; situations are separated by commas, {@code -} is one without conditions. */
    @ParameterizedTest(name = "{0} against {1}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # holds      | does not   | words
            a            | !a         | if a
            a b          | !a, a !b   | if a and b
            a b, a !b    | !a         | if a
            a b, !a      | a !b       | if a and b; or if !a
            a x, a !x    |            | if a
            x, !x        |            | ''
            a b, c       | d          | if a and b; or if c
            a, -         | b          | ''
            """)
    void saysNoMoreThanItTakes(String holds, String doesNot, String words) {
        assertThat(Situations.words(situations(holds), doesNot == null ? List.of() : situations(doesNot)))
                .isEqualTo(words);
    }

    private static List<List<Condition>> situations(String text) {
        return Stream.of(text.split(", "))
                .map(situation -> Stream.of(situation.split(" "))
                        .filter(word -> !word.equals("-"))
                        .map(SituationsTest::condition)
                        .toList())
                .toList();
    }

    private static Condition condition(String word) {
        boolean denied = word.startsWith("!");
        return new Condition("field", denied ? "not in" : "in", denied ? word.substring(1) : word, word);
    }
}
