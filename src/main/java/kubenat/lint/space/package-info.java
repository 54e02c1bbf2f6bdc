/** Sets of packets: what rules surely take, and what may still come to a rule. */
@NullMarked
package kubenat.lint.space;

import org.jspecify.annotations.NullMarked;
