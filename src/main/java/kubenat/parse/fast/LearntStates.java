package kubenat.parse.fast;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.atn.LexerAction;
import org.antlr.v4.runtime.atn.LexerModeAction;
import org.antlr.v4.runtime.atn.LexerSkipAction;
import org.antlr.v4.runtime.dfa.DFAState;

/** The automaton of a lexer as ANTLR's own simulator finds it, a state at a time, in the order in which they are asked for. */
public final class LearntStates implements LexerStates {
    private final Automaton automaton;
    private final int modes;
    private final List<State> states = new ArrayList<>();
    private final IdentityHashMap<DFAState, Integer> numbers = new IdentityHashMap<>();

    /** The automaton of a lexer whose actions are {@code skip} and {@code mode} alone. */
    public LearntStates(Lexer lexer) {
        automaton = new Automaton(lexer);
        modes = lexer.getATN().modeToStartState.size();
    }

    /** ANTLR's state, the mode it is of, what it accepts, and the mode after that. */
    private record State(DFAState state, int mode, int accepts, int modeAfter) {
        static State of(DFAState state, int mode) {
            int accepts = state.isAcceptState ? state.prediction : NO_TOKEN;
            int modeAfter = mode;
            if (state.isAcceptState && state.lexerActionExecutor != null) {
                for (LexerAction action : state.lexerActionExecutor.getLexerActions()) {
                    if (action instanceof LexerSkipAction) {
                        accepts = SKIPPED;
                    } else if (action instanceof LexerModeAction change) {
                        modeAfter = change.getMode();
                    } else {
                        throw new IllegalArgumentException("no table can do what the lexer does: " + action);
                    }
                }
            }
            return new State(state, mode, accepts, modeAfter);
        }
    }

    @Override
    public int modes() {
        return modes;
    }

    @Override
    public int start(int mode) {
        return number(automaton.start(mode), mode);
    }

    @Override
    public int step(int from, int symbol) {
        State state = states.get(from);
        Optional<DFAState> target = automaton.step(state.mode(), state.state(), symbol);
        return target.isPresent() ? number(target.get(), state.mode()) : NONE;
    }

    @Override
    public int accepts(int state) {
        return states.get(state).accepts();
    }

    @Override
    public int modeAfter(int state) {
        return states.get(state).modeAfter();
    }

    private int number(DFAState state, int mode) {
        Integer known = numbers.putIfAbsent(state, states.size());
        if (known != null) {
            return known;
        }
        states.add(State.of(state, mode));
        return states.size() - 1;
    }
}
