/**
 * From text to model: the index of a dump, the one door to the ANTLR grammar, the table of options, and the reading of
 * rules.
 */
@NullMarked
package kubenat.parse;

import org.jspecify.annotations.NullMarked;
