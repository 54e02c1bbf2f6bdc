/** Writes a trace as text for people: the answer first, then the way through the rules as a tree, then what it rests on. */
@NullMarked
package kubenat.render.text;

import org.jspecify.annotations.NullMarked;
