/** Graphviz: an own writer of DOT, since what is written must be accepted by {@code dot} whatever stands in a dump. */
@NullMarked
package kubenat.render.dot;

import org.jspecify.annotations.NullMarked;
