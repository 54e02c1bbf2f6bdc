package kubenat.parse.fast;

/** Which sorts of tokens, one after another, make a line of the grammar: an automaton as text, which {@link SentenceStates} writes. */
public final class Sentences {
    /** What is added to each number, so that the least is a character like any other. */
    static final int LEAST = 2;

    static final int NONE = -1;

    private final String text;
    private final int sorts;

    /** Of empty text, no line is known to be one. */
    public Sentences(String text) {
        this.text = text;
        sorts = text.isEmpty() ? 0 : number(0);
    }

    private int number(int at) {
        return text.charAt(at) - LEAST;
    }

    /** Whether the tokens surely are a line; if not, the parser has to say so. */
    public boolean hasLine(LineTokens tokens) {
        if (text.isEmpty()) {
            return false;
        }
        int state = 0;
        for (int token = 0; token < tokens.count(); token++) {
            state = next(state, tokens.type(token));
            if (state == NONE) {
                return false;
            }
        }
        return next(state, 0) != NONE;
    }

    /** The column before the first sort of tokens says whether the line may end. */
    private int next(int state, int sort) {
        return number(1 + state * (sorts + 1) + sort);
    }
}
