package kubenat.parse;

import java.util.Optional;
import kubenat.parse.antlr.RuleParser;
import kubenat.source.Diagnostic;
import kubenat.source.Span;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Puts what the parser objects to into words; the first objection to a line counts, the others follow from it. */
final class SyntaxErrors extends BaseErrorListener {
    private String message = "";
    private int column;
    private int length;

    void clear() {
        message = "";
    }

    /** What was wrong with the line read last. */
    Optional<Diagnostic> first(String source, int line) {
        return message.isEmpty()
                ? Optional.empty()
                : Optional.of(Diagnostic.error(
                        SyntaxProblem.NOT_UNDERSTOOD, source, new Span(line, column, length), message));
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object offending,
            int line,
            int charPositionInLine,
            String text,
            @Nullable RecognitionException cause) {
        if (message.isEmpty() && recognizer instanceof Parser parser && offending instanceof Token token) {
            column = token.getStartIndex() + 1;
            length = token.getType() == Token.EOF ? 0 : token.getStopIndex() + 1 - token.getStartIndex();
            message = message(parser, token);
        }
    }

    private static String message(Parser parser, Token found) {
        if (found.getType() == RuleParser.UNCLOSED) {
            return "the quote is not closed";
        }
        String what = found.getType() == Token.EOF ? "the end of the line" : Item.brief(found.getText());
        return "expected %s, found %s".formatted(expected(parser.getContext().getRuleIndex()), what);
    }

    private static String expected(int rule) {
        return switch (rule) {
            case RuleParser.RULE_chain -> "a chain name";
            case RuleParser.RULE_policy -> "a policy";
            case RuleParser.RULE_line -> "the end of the line";
            case RuleParser.RULE_item -> "an option";
            default -> "a rule, a chain, a table or COMMIT";
        };
    }
}
