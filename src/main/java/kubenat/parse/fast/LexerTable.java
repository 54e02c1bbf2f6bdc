package kubenat.parse.fast;

import java.util.Arrays;
import org.antlr.v4.runtime.Lexer;

/**
 * A lexer's automaton as a table of bytes, filled where a line needs it for the first time. It reads ASCII; a line with anything else is ANTLR's, and so is one whose end is no end of a token. Serves one thread.
 */
public final class LexerTable {
    private static final int COLUMN_BITS = 7;
    private static final int UNKNOWN = -2;
    private static final int NONE = LexerStates.NONE;
    private static final int NO_TOKEN = LexerStates.NO_TOKEN;
    private static final int SKIPPED = LexerStates.SKIPPED;

    private final LexerStates states;
    /** The state in which each mode begins. */
    private final int[] starts;

    private int[] next = new int[0];
    /** What a state accepts, by its number. */
    private int[] accepts = new int[0];
    /** The mode that follows what a state accepts. */
    private int[] modesAfter = new int[0];

    /** Knows nothing yet of an automaton but where it begins. */
    public LexerTable(LexerStates states) {
        this.states = states;
        starts = new int[states.modes()];
        for (int mode = 0; mode < starts.length; mode++) {
            starts[mode] = known(states.start(mode));
        }
    }

    /** Splits a line into tokens as the lexer would; false if the lexer itself must do it. */
    public boolean split(LineTokens line) {
        line.clear();
        byte[] text = line.text();
        int length = line.length();
        int mode = Lexer.DEFAULT_MODE;
        int at = 0;
        while (at < length) {
            int start = at;
            int state = starts[mode];
            int hash = 0;
            for (; at < length; at++) {
                byte symbol = text[at];
                if (symbol < 0) {
                    return false;
                }
                int target = next[state << COLUMN_BITS | symbol];
                if (target < 0 && (target == NONE || (target = fill(state, symbol)) == NONE)) {
                    break;
                }
                state = target;
                hash = hash * 31 + symbol;
            }
            if (accepts[state] == NO_TOKEN) {
                return false;
            }
            if (accepts[state] != SKIPPED) {
                line.add(accepts[state], start, at, hash);
            }
            mode = modesAfter[state];
        }
        return true;
    }

    private int fill(int state, byte symbol) {
        int target = states.step(state, symbol);
        next[state << COLUMN_BITS | symbol] = target == NONE ? NONE : known(target);
        return target;
    }

    private int known(int state) {
        if (state >= accepts.length) {
            grow(Math.max(16, state * 2));
        }
        accepts[state] = states.accepts(state);
        modesAfter[state] = states.modeAfter(state);
        return state;
    }

    private void grow(int size) {
        int known = next.length;
        next = Arrays.copyOf(next, size << COLUMN_BITS);
        Arrays.fill(next, known, next.length, UNKNOWN);
        accepts = Arrays.copyOf(accepts, size);
        modesAfter = Arrays.copyOf(modesAfter, size);
    }
}
