/**
 * Streams, collectors and comparators as Java's own define them, without what a start pays for those: a hundred classes to
 * load, and lambdas to link. No source names them: the build puts them in the place of Java's in the jar; see
 * {@code docs/decisions/0026-streams-of-the-jar-are-plain.md}.
 */
@NullMarked
package kubenat.plain;

import org.jspecify.annotations.NullMarked;
