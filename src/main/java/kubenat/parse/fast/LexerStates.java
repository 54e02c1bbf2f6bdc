package kubenat.parse.fast;

/** A lexer's automaton: its states by number, and where each character of ASCII leads. */
public interface LexerStates {
    /** What a character leads to that leads nowhere. */
    int NONE = -1;

    /** What a state accepts that is no end of a token. */
    int NO_TOKEN = 0;

    /** What a state accepts whose token is left out. */
    int SKIPPED = -1;

    int modes();

    /** The state in which a mode begins. */
    int start(int mode);

    /** The state that a character leads to, or {@link #NONE}. */
    int step(int state, int symbol);

    /** The sort of the token that ends here, {@link #SKIPPED}, or {@link #NO_TOKEN}. */
    int accepts(int state);

    /** The mode that follows the token that ends here. */
    int modeAfter(int state);
}
