/** Reads kube-proxy's names, comments and habits: Services, endpoints, source classes. */
@NullMarked
package kubenat.kube;

import org.jspecify.annotations.NullMarked;
