package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.parse.antlr.RuleLexer;
import kubenat.parse.antlr.RuleParser;
import kubenat.source.Diagnostic;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/**
 * Reads single lines with the grammar; the one door to ANTLR. Lexer and parser are kept between lines, so an instance
 * belongs to one thread at a time.
 */
final class LineParser {
    private final String source;
    private final RuleLexer lexer = new RuleLexer(new LineStream(""));
    private final CommonTokenStream tokens = new CommonTokenStream(lexer);
    private final RuleParser parser = new RuleParser(tokens);
    private final SyntaxErrors errors;

    /** {@code source} is the name of the dump, for what is wrong with a line. */
    LineParser(String source) {
        this.source = source;
        this.errors = new SyntaxErrors();
        lexer.removeErrorListeners();
        parser.removeErrorListeners();
        parser.addErrorListener(errors);
        parser.setBuildParseTree(false);
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    }

    /** Reads a line, given without its end. */
    DumpLine parse(int number, String text) {
        errors.clear();
        lexer.setInputStream(new LineStream(text));
        tokens.setTokenSource(lexer);
        parser.setTokenStream(tokens);
        parser.line();
        tokens.fill();
        return read(number, text, tokens.getTokens());
    }

    private DumpLine read(int number, String text, List<Token> words) {
        int first = 0;
        Optional<String> counters = Optional.empty();
        if (words.get(0).getType() == RuleLexer.COUNTERS) {
            counters = Optional.of(words.get(0).getText());
            first = 1;
        }
        DumpLine.Kind kind = kind(words.get(first).getType());
        List<Item> items = items(text, words, first + 1);
        String name = name(kind, words.get(first).getText(), items);
        Optional<Diagnostic> problem = errors.first(source, number);
        return new DumpLine(number, text, kind, name, counters, items, problem, false);
    }

    private static List<Item> items(String text, List<Token> words, int first) {
        List<Item> items = new ArrayList<>(words.size());
        for (int i = first; i < words.size(); i++) {
            Token token = words.get(i);
            if (token.getType() != Token.EOF) {
                int start = token.getStartIndex();
                int end = token.getStopIndex() + 1;
                items.add(new Item(
                        itemKind(token.getType()), Quotes.strip(text.substring(start, end)), start + 1, end - start));
            }
        }
        return items;
    }

    /** The name stands in the first word of a table or a declared chain, in the second word of a command. */
    private static String name(DumpLine.Kind kind, String firstWord, List<Item> items) {
        return switch (kind) {
            case TABLE, CHAIN -> firstWord.substring(1);
            case COMMENT, COMMIT, OTHER -> "";
            default ->
                items.isEmpty() || items.get(0).kind() != Item.Kind.WORD
                        ? ""
                        : items.remove(0).text();
        };
    }

    private static DumpLine.Kind kind(int type) {
        return switch (type) {
            case RuleLexer.COMMENT -> DumpLine.Kind.COMMENT;
            case RuleLexer.TABLE -> DumpLine.Kind.TABLE;
            case RuleLexer.CHAIN -> DumpLine.Kind.CHAIN;
            case RuleLexer.COMMIT -> DumpLine.Kind.COMMIT;
            case RuleLexer.APPEND -> DumpLine.Kind.APPEND;
            case RuleLexer.INSERT -> DumpLine.Kind.INSERT;
            case RuleLexer.NEW -> DumpLine.Kind.NEW;
            case RuleLexer.POLICY -> DumpLine.Kind.POLICY;
            case RuleLexer.FLUSH -> DumpLine.Kind.FLUSH;
            case RuleLexer.REMOVE -> DumpLine.Kind.REMOVE;
            case RuleLexer.RENAME -> DumpLine.Kind.RENAME;
            case RuleLexer.DELETE -> DumpLine.Kind.DELETE;
            case RuleLexer.REPLACE -> DumpLine.Kind.REPLACE;
            case RuleLexer.ZERO -> DumpLine.Kind.ZERO;
            default -> DumpLine.Kind.OTHER;
        };
    }

    private static Item.Kind itemKind(int type) {
        return switch (type) {
            case RuleLexer.NOT -> Item.Kind.NOT;
            case RuleLexer.OPTION -> Item.Kind.OPTION;
            case RuleLexer.UNCLOSED -> Item.Kind.UNCLOSED;
            default -> Item.Kind.WORD;
        };
    }
}
