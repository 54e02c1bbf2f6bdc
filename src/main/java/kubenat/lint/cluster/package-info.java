/** What the rules say of Services beside what the cluster's API says of them. */
@NullMarked
package kubenat.lint.cluster;

import org.jspecify.annotations.NullMarked;
