/** One record per target; each says what it does to a packet, in words and in options. */
@NullMarked
package kubenat.model.target;

import org.jspecify.annotations.NullMarked;
