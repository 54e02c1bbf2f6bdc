package kubenat.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kubenat.source.Diagnostic;
import kubenat.source.SourceText;
import kubenat.source.Span;
import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {
    @Test
    void marksWhatTheFindingIsAbout() {
        assertThat(print(
                        "first\n-A X --dpotr 80",
                        Diagnostic.error("SYN002", "a.rules", new Span(2, 6, 7), "unknown option")
                                .withHelp("did you mean --dport?")))
                .isEqualTo("""
                        a.rules:2:6: error: unknown option [SYN002]
                          |
                        2 | -A X --dpotr 80
                          |      ^^^^^^^
                          = help: did you mean --dport?
                        """);
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertThat(print("日本 x 語", error(4, 1))).contains("""
                1 | 日本 x 語
                  |      ^
                """);
        assertThat(print("日本 x 語", error(6, 1))).contains("""
                1 | 日本 x 語
                  |        ^^
                """);
    }

    @Test
    void aTabAndOtherControlCharactersDoNotMoveTheMarks() {
        assertThat(print("a\tb\u001b[31mc", error(9, 1))).contains("""
                1 | a b\ufffd[31mc
                  |         ^
                """);
    }

    @Test
    void aLongLineIsCutAroundTheMarks() {
        String text = print("x".repeat(500) + "BAD" + "y".repeat(500), error(501, 3));

        assertThat(text.lines()).allMatch(line -> line.length() < 120);
        String[] lines = text.split("\n");
        assertThat(lines[2]).startsWith("1 | …xxx").endsWith("yyy…");
        assertThat(lines[2].indexOf("BAD")).isEqualTo(lines[3].indexOf("^^^"));
    }

    @Test
    void aLineIsNotCutWithinOneCharacter() {
        for (int column = 1; column < 400; column += 2) {
            String text = print("\ud83d\ude00".repeat(200), error(column, 2));

            assertThat(text).doesNotContain("\ufffd");
        }
    }

    @Test
    void anEmptyPieceIsMarkedByOneSign() {
        assertThat(print("-A X", error(5, 0))).contains("""
                1 | -A X
                  |     ^
                """);
    }

    @Test
    void aDumpThatIsNotAtHandIsNotQuoted() {
        DiagnosticPrinter printer = new DiagnosticPrinter(List.of(), Theme.PLAIN);

        assertThat(printer.print(error(1, 1))).isEqualTo("a.rules:1:1: error: wrong [X]\n");
    }

    private static Diagnostic error(int column, int length) {
        return Diagnostic.error("X", "a.rules", new Span(1, column, length), "wrong");
    }

    private static String print(String dump, Diagnostic diagnostic) {
        return new DiagnosticPrinter(List.of(SourceText.of("a.rules", dump)), Theme.PLAIN).print(diagnostic);
    }
}
