/** One record per condition that a rule can have; each says how it splits packets, in words and in options. */
@NullMarked
package kubenat.model.match;

import org.jspecify.annotations.NullMarked;
