/** Follows packets through the hooks and tables of netfilter; knows nothing of Kubernetes. */
@NullMarked
package kubenat.trace;

import org.jspecify.annotations.NullMarked;
