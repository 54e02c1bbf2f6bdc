package kubenat.parse;

/**
 * What the grammar says, as tables of its tokens and its lines. In the jar there is another class of this name, which the build has
 * written; see {@link GrammarTables}.
 */
final class PackagedGrammar {
    private PackagedGrammar() {}

    /** The automaton of the lexer, or none where only ANTLR has it. */
    static String tokens() {
        return "";
    }

    /** The automaton of the parser, or none. */
    static String lines() {
        return "";
    }
}
