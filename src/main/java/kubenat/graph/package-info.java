/** Which chain can hand a packet to which. */
@NullMarked
package kubenat.graph;

import org.jspecify.annotations.NullMarked;
