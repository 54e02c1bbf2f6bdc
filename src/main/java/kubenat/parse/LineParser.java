package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.parse.antlr.RuleLexer;
import kubenat.parse.fast.LexerTable;
import kubenat.parse.fast.LineTokens;
import kubenat.parse.fast.Sentences;
import kubenat.parse.fast.ShapeTree;
import kubenat.parse.fast.WrittenStates;
import kubenat.source.Diagnostic;
import org.antlr.v4.runtime.Token;

/**
 * Reads single lines with the grammar: by tables of it where they suffice, by ANTLR else. What it has learnt is kept between
 * lines, so an instance belongs to one thread at a time.
 */
final class LineParser {
    private final String source;
    private final LexerTable table;
    private final Sentences lines;
    private final LineTokens tokens = new LineTokens();
    /** The sorts of tokens that the grammar has taken as a line. */
    private final ShapeTree<Boolean> accepted = new ShapeTree<>();

    private Optional<GrammarReader> grammar = Optional.empty();

    /** {@code source} is the name of the dump, for what is wrong with a line. */
    LineParser(String source) {
        this(source, PackagedGrammar.tokens(), PackagedGrammar.lines());
    }

    /** With the tables of the grammar, or with empty text for what is still to be learnt from ANTLR. */
    LineParser(String source, String tokenStates, String lineStates) {
        this.source = source;
        table = new LexerTable(tokenStates.isEmpty() ? GrammarTables.learnt() : new WrittenStates(tokenStates));
        lines = new Sentences(lineStates);
    }

    /** Splits the line that was loaded into tokens; false if only {@link #parse} can. */
    boolean split(LineTokens line) {
        return table.split(line);
    }

    /** Reads a line, given without its end. */
    DumpLine parse(int number, String text) {
        if (!tokens.load(text) || !table.split(tokens)) {
            return parseWhole(number, text);
        }
        if (lines.hasLine(tokens) || accepted.find(tokens).isPresent()) {
            return read(number, text, Optional.empty());
        }
        DumpLine line = parseWhole(number, text);
        if (line.problem().isEmpty()) {
            accepted.learn(tokens, true);
        }
        return line;
    }

    /** Reads a line with ANTLR alone. */
    DumpLine parseWhole(int number, String text) {
        GrammarReader reader = grammar.orElseGet(GrammarReader::new);
        grammar = Optional.of(reader);
        return read(number, text, reader.read(source, number, text, tokens));
    }

    private DumpLine read(int number, String text, Optional<Diagnostic> problem) {
        int first = 0;
        Optional<String> counters = Optional.empty();
        if (type(0) == RuleLexer.COUNTERS) {
            counters = Optional.of(word(text, 0));
            first = 1;
        }
        DumpLine.Kind kind = kind(type(first));
        List<Item> items = items(text, first + 1);
        String name = name(kind, word(text, first), items);
        return new DumpLine(number, text, kind, name, counters, items, problem, false);
    }

    private int type(int token) {
        return token < tokens.count() ? tokens.type(token) : Token.EOF;
    }

    private String word(String text, int token) {
        return token < tokens.count() ? text.substring(tokens.start(token), tokens.end(token)) : "";
    }

    private List<Item> items(String text, int first) {
        List<Item> items = new ArrayList<>(tokens.count());
        for (int i = first; i < tokens.count(); i++) {
            items.add(item(text, tokens, i));
        }
        return items;
    }

    /** A word without its quotes and escapes. */
    static String word(LineTokens tokens, int token) {
        String text = tokens.text(token);
        return tokens.has(token, '"') || text.endsWith("'") ? Quotes.strip(text) : text;
    }

    /** A token as a word of the line. */
    static Item item(String text, LineTokens tokens, int token) {
        int start = tokens.start(token);
        int end = tokens.end(token);
        String word = Quotes.strip(text.substring(start, end));
        return new Item(itemKind(tokens.type(token)), word, start + 1, end - start);
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
