package kubenat.parse;

import java.util.Optional;
import kubenat.parse.antlr.RuleLexer;
import kubenat.parse.antlr.RuleParser;
import kubenat.parse.fast.LineTokens;
import kubenat.source.Diagnostic;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** Reads lines with ANTLR alone; the one door to it. What it has learnt is kept between lines. */
final class GrammarReader {
    private final RuleLexer lexer = new RuleLexer(new LineStream(""));
    private final CommonTokenStream stream = new CommonTokenStream(lexer);
    private final RuleParser parser = new RuleParser(stream);
    private final SyntaxErrors errors = new SyntaxErrors();

    GrammarReader() {
        lexer.removeErrorListeners();
        parser.removeErrorListeners();
        parser.addErrorListener(errors);
        parser.setBuildParseTree(false);
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    }

    /** Splits a line of a dump into tokens, and says what is wrong with it. */
    Optional<Diagnostic> read(String source, int number, String text, LineTokens tokens) {
        errors.clear();
        lexer.setInputStream(new LineStream(text));
        stream.setTokenSource(lexer);
        parser.setTokenStream(stream);
        parser.line();
        stream.fill();
        tokens.clear();
        for (Token token : stream.getTokens()) {
            if (token.getType() != Token.EOF) {
                tokens.add(token.getType(), token.getStartIndex(), token.getStopIndex() + 1);
            }
        }
        return errors.first(source, number);
    }
}
