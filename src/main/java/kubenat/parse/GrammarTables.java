package kubenat.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kubenat.parse.antlr.RuleLexer;
import kubenat.parse.antlr.RuleParser;
import kubenat.parse.fast.LearntStates;
import kubenat.parse.fast.LexerStates;
import kubenat.parse.fast.SentenceStates;
import kubenat.parse.fast.WrittenStates;

/**
 * What ANTLR makes of the grammar, as tables. To make them takes longer than most answers, so the build does it once, and writes
 * them down; see {@code docs/decisions/0029-a-start-runs-no-antlr.md}.
 */
final class GrammarTables {
    private GrammarTables() {}

    /** Writes the class {@link PackagedGrammar} into the folder of sources that is given. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0], "kubenat/parse/PackagedGrammar.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source());
    }

    /** The automaton of the lexer, as it is learnt a line at a time. */
    static LexerStates learnt() {
        return new LearntStates(new RuleLexer(new LineStream("")));
    }

    /** The whole automaton of the lexer. */
    static String tokens() {
        return WrittenStates.text(learnt());
    }

    /** The automaton of the parser. */
    static String lines() {
        return SentenceStates.text(RuleParser._ATN, RuleParser.RULE_line);
    }

    private static String source() {
        return """
                package kubenat.parse;
                final class PackagedGrammar {
                    static String tokens() { return "%s"; }
                    static String lines() { return "%s"; }
                }
                """.formatted(literal(tokens()), literal(lines()));
    }

    private static String literal(String text) {
        StringBuilder literal = new StringBuilder();
        text.chars().forEach(each -> literal.append((each < 256 ? "\\%03o" : "\\u%04x").formatted(each)));
        return literal.toString();
    }
}
