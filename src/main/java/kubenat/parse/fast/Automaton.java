package kubenat.parse.fast;

import java.util.Optional;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.runtime.dfa.DFAState;

/** The states of a lexer and their transitions, as ANTLR 4.13 computes them, one at a time. */
final class Automaton extends LexerATNSimulator {
    private static final CharStream NOTHING = CharStreams.fromString("");

    Automaton(Lexer lexer) {
        super(lexer, lexer.getATN(), empty(lexer.getATN()), new PredictionContextCache());
    }

    /** Of its own: the lexer's is shared by all lexers of the process. */
    private static DFA[] empty(ATN atn) {
        DFA[] automata = new DFA[atn.getNumberOfDecisions()];
        for (int i = 0; i < automata.length; i++) {
            automata[i] = new DFA(atn.getDecisionState(i), i);
        }
        return automata;
    }

    /** The state in which a mode begins. */
    DFAState start(int inMode) {
        mode = inMode;
        return addDFAState(computeStartState(NOTHING, atn.modeToStartState.get(inMode)));
    }

    /** The state that a character leads to; absent if it leads nowhere. */
    Optional<DFAState> step(int inMode, DFAState from, int character) {
        mode = inMode;
        DFAState known = getExistingTargetState(from, character);
        DFAState target = known == null ? computeTargetState(NOTHING, from, character) : known;
        return Optional.of(target).filter(state -> state.stateNumber != ERROR.stateNumber);
    }
}
