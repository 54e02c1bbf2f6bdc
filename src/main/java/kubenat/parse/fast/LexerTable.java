package kubenat.parse.fast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.atn.LexerAction;
import org.antlr.v4.runtime.atn.LexerModeAction;
import org.antlr.v4.runtime.atn.LexerSkipAction;
import org.antlr.v4.runtime.dfa.DFAState;

/**
 * A lexer's automaton as a table of bytes, filled by ANTLR's own simulator where a line needs it for the first time. It reads
 * ASCII; a line with anything else is ANTLR's, and so is one whose end is no end of a token. Serves one thread.
 */
public final class LexerTable {
    private static final int COLUMN_BITS = 7;
    private static final int UNKNOWN = -2;
    private static final int NONE = -1;
    private static final int NO_TOKEN = 0;
    private static final int SKIPPED = -1;

    private final Automaton automaton;
    private final List<DFAState> states = new ArrayList<>();
    private final IdentityHashMap<DFAState, Integer> numbers = new IdentityHashMap<>();
    /** The state in which each mode begins. */
    private final int[] starts;

    private int[] next = new int[0];
    /** What a state accepts, by its number. */
    private int[] accepts = new int[0];
    /** The mode that a state is of, and the one that follows what it accepts. */
    private int[] modes = new int[0];

    private int[] modesAfter = new int[0];

    /** The automaton of a lexer whose actions are {@code skip} and {@code mode} alone. */
    public LexerTable(Lexer lexer) {
        automaton = new Automaton(lexer);
        starts = new int[lexer.getATN().modeToStartState.size()];
        for (int mode = 0; mode < starts.length; mode++) {
            starts[mode] = number(automaton.start(mode), mode);
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
        int mode = modes[state];
        Optional<DFAState> target = automaton.step(mode, states.get(state), symbol);
        int number = target.isPresent() ? number(target.get(), mode) : NONE;
        next[state << COLUMN_BITS | symbol] = number;
        return number;
    }

    private int number(DFAState state, int mode) {
        Integer known = numbers.putIfAbsent(state, states.size());
        if (known != null) {
            return known;
        }
        int number = states.size();
        states.add(state);
        if (number == accepts.length) {
            grow(Math.max(16, number * 2));
        }
        modes[number] = mode;
        modesAfter[number] = mode;
        accepts[number] = state.isAcceptState ? state.prediction : NO_TOKEN;
        if (state.isAcceptState && state.lexerActionExecutor != null) {
            for (LexerAction action : state.lexerActionExecutor.getLexerActions()) {
                act(action, number);
            }
        }
        return number;
    }

    private void grow(int size) {
        int known = next.length;
        next = Arrays.copyOf(next, size << COLUMN_BITS);
        Arrays.fill(next, known, next.length, UNKNOWN);
        accepts = Arrays.copyOf(accepts, size);
        modes = Arrays.copyOf(modes, size);
        modesAfter = Arrays.copyOf(modesAfter, size);
    }

    private void act(LexerAction action, int number) {
        if (action instanceof LexerSkipAction) {
            accepts[number] = SKIPPED;
        } else if (action instanceof LexerModeAction change) {
            modesAfter[number] = change.getMode();
        } else {
            throw new IllegalArgumentException("no table can do what the lexer does: " + action);
        }
    }
}
