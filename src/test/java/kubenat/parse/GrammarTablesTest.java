package kubenat.parse;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kubenat.parse.fast.LexerStates;
import kubenat.parse.fast.LexerTable;
import kubenat.parse.fast.LineTokens;
import kubenat.parse.fast.Sentences;
import kubenat.parse.fast.WrittenStates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables that the build writes of the grammar, against ANTLR. */
class GrammarTablesTest {
    private static final String TOKENS = GrammarTables.tokens();
    private static final String LINES = GrammarTables.lines();

    /** What lines are made of, so that random ones are often lines of a dump, and often nearly. */
    private static final List<String> PIECES = List.of(
            "-A",
            "-I",
            "--append",
            "-N",
            "-P",
            "-F",
            "-X",
            "-E",
            "-D",
            "-R",
            "-Z",
            "--zero",
            "*nat",
            ":INPUT",
            "COMMIT",
            "# text",
            "[0:0]",
            "[12:345]",
            "[1",
            "INPUT",
            "ACCEPT",
            "-j",
            "--dport",
            "80",
            "!",
            "-",
            "--",
            "-m",
            "a=b",
            "--x='a b'",
            "'a b'",
            "'",
            "\"a b\"",
            "\"a \\\" b\"",
            "\"",
            "a\"b c\"d",
            "\\",
            "=",
            "%",
            "\t",
            "",
            "COMMITS",
            "-Ax");

    private final LineParser byAntlr = new LineParser("dump", "", "");
    private final LineParser byTables = new LineParser("dump", TOKENS, LINES);

    @Test
    void eachStateIsThatOfTheLexer() {
        LexerStates learnt = GrammarTables.learnt();
        WrittenStates written = new WrittenStates(TOKENS);

        assertThat(written.modes()).isEqualTo(learnt.modes());
        IntStream.range(0, learnt.modes())
                .forEach(mode -> assertThat(written.start(mode)).isEqualTo(learnt.start(mode)));
        for (int state = 0; state < written.count(); state++) {
            for (int symbol = 0; symbol < 128; symbol++) {
                assertThat(written.step(state, symbol)).isEqualTo(learnt.step(state, symbol));
            }
            assertThat(written.accepts(state)).isEqualTo(learnt.accepts(state));
            assertThat(written.modeAfter(state)).isEqualTo(learnt.modeAfter(state));
        }
    }

    /** A line is read as by ANTLR alone, and its mistakes are ANTLR's. */
    @Test
    void linesAreReadAsByTheGrammar() {
        forAll(
                20_000,
                GrammarTablesTest::line,
                line -> assertThat(byTables.parse(7, line)).isEqualTo(byAntlr.parseWhole(7, line)));
    }

    private static String line(Random random) {
        return random.ints(1 + random.nextInt(6), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining(random.nextInt(9) == 0 ? "" : " "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -A INPUT -j ACCEPT            | true
            [1:2] -A INPUT ! -s 10.0.0.1  | true
            :INPUT ACCEPT [0:0]           | true
            -A                            | false
            COMMIT now                    | false
            :INPUT                        | false
            """)
    void tableKnowsLines(String text, boolean isLine) {
        LineTokens tokens = new LineTokens();
        tokens.load(text);
        assertThat(new LexerTable(new WrittenStates(TOKENS)).split(tokens)).isTrue();

        assertThat(new Sentences(LINES).hasLine(tokens)).isEqualTo(isLine);
        assertThat(new Sentences("").hasLine(tokens)).isFalse();
    }
}
