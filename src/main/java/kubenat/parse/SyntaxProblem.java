package kubenat.parse;

import kubenat.model.Ruleset;

/** The ids of what can be wrong with a line of a dump. */
final class SyntaxProblem {
    /** A line, or a word of it, that the grammar has no place for. */
    static final String NOT_UNDERSTOOD = "SYN001";
    /** An option that no module of the rule has. */
    static final String UNKNOWN_OPTION = "SYN002";
    /** An option with too few words after it. */
    static final String MISSING_VALUE = "SYN003";
    /** A value that the option cannot have. */
    static final String BAD_VALUE = "SYN004";
    /** A word that belongs to no option. */
    static final String STRAY_WORD = "SYN005";
    /** A target that cannot be read, so that the outcome of the rule is not known. */
    static final String BAD_TARGET = "SYN006";
    /** A command that has no place in a dump and is not carried out. */
    static final String NOT_A_DUMP_COMMAND = "SYN007";
    /** A sign that the dump is a piece of what the node holds. */
    static final String INCOMPLETE = Ruleset.INCOMPLETE;
    /** A table that the dump does not name. */
    static final String UNNAMED_TABLE = "SYN009";
    /** A table that is no iptables table, or is there twice. */
    static final String UNUSED_TABLE = "SYN010";

    private SyntaxProblem() {}
}
