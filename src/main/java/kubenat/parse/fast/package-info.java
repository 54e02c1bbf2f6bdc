/**
 * Reads again what the grammar has read before, without running it. {@link kubenat.parse.fast.LexerTable} is ANTLR's own
 * lexer automaton as a table, filled by ANTLR while it is used; {@link kubenat.parse.fast.LineTokens} holds the tokens of one
 * line; {@link kubenat.parse.fast.ShapeTree} remembers the shapes of lines that were parsed, and what came of them. The
 * grammar stays the only definition of the language: nothing here knows a word of it, and what was not met before goes to ANTLR.
 */
@NullMarked
package kubenat.parse.fast;

import org.jspecify.annotations.NullMarked;
