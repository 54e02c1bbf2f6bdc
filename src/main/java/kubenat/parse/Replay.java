package kubenat.parse;

import java.util.List;
import java.util.Optional;
import kubenat.model.Rule;
import kubenat.model.target.UnreadableTarget;
import kubenat.parse.fast.LineTokens;
import kubenat.parse.fast.ShapeTree;
import kubenat.source.SourceText;

/**
 * Reads rules of a table whose shape was read in full before: the words that say how the others are read are the same. Rows of
 * a listing ({@code iptables -L}) are no rules as they stand, and are never read here. Serves one thread.
 */
final class Replay {
    /** Fewer lines are not worth learning from: a small dump is read before it pays. */
    static final int WORTH_LEARNING = 200;

    private static final int LONGEST_LINE = 1 << 14;
    private static final String CHAIN = "";
    private static final String NOTHING_KNOWN = " ";

    private final SourceText source;
    private final TableIndex table;
    private final LineParser parser;
    private final PieceReader pieces;
    private final LineTokens tokens = new LineTokens();
    private final ShapeTree<RulePlan> plans = new ShapeTree<>();
    /** How many lines come before it is worth it. */
    private int early;

    private boolean isLoaded;

    /**
     * Begins to learn.
     *
     * @param early how many lines at the beginning it leaves alone
     * @param printer prints what is read; absent if nobody will ask
     */
    Replay(SourceText source, TableIndex table, LineParser parser, int early, Optional<RulePrinter> printer) {
        this.source = source;
        this.table = table;
        this.parser = parser;
        this.early = early;
        this.pieces = new PieceReader(printer);
    }

    /** The rule on the line that begins at an offset; nothing if the line must be read in full. */
    Optional<PlannedRule> read(long offset) {
        early -= early > 0 ? 1 : 0;
        isLoaded = early == 0 && table.listing().isEmpty() && load(offset);
        return isLoaded ? plans.find(tokens, this::name).flatMap(plan -> plan.read(tokens)) : Optional.empty();
    }

    private boolean load(long offset) {
        long end = source.endOfLine(offset);
        if (end - offset > LONGEST_LINE || end == source.bytes().length()) {
            return false;
        }
        tokens.load(source.bytes(), offset, end);
        return tokens.lastByte() != '\\' && !Wrapping.mayGoOn(source, "", source.nextLine(end)) && parser.split(tokens);
    }

    /** The text of the line that was read last. */
    String text() {
        return tokens.line();
    }

    /** Learns from the same line, read in full with nothing wrong in it. */
    void learn(DumpLine line, Clauses clauses, List<Rule> rules) {
        if (!isLoaded || !isTypical(line, rules)) {
            return;
        }
        PlanMaker maker = new PlanMaker(tokens, clauses, pieces);
        maker.plan().ifPresent(plan -> plans.learn(tokens, maker.matters(), this::name, plan));
    }

    private static boolean isTypical(DumpLine line, List<Rule> rules) {
        return line.kind() == DumpLine.Kind.APPEND
                && !line.isShell()
                && rules.size() == 1
                && !(rules.get(0).target() instanceof UnreadableTarget)
                && line.items().stream().noneMatch(item -> item.kind() == Item.Kind.UNCLOSED);
    }

    /** What a word after {@code -j} is the name of: a chain, one of the targets, or nothing that is known. */
    private String name(LineTokens line, int token) {
        boolean isQuoted = line.has(token, '"') || line.has(token, '\'');
        String word = isQuoted ? Quotes.strip(line.text(token)) : "";
        if (isQuoted ? table.hasChain(word) : table.hasChain(line, token)) {
            return CHAIN;
        }
        String name = isQuoted ? word : line.text(token);
        return OptionTable.standard().target(name).isPresent() ? name : NOTHING_KNOWN;
    }
}
