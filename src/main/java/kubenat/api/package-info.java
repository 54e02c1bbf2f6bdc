/** What the Kubernetes API says: Services and EndpointSlices, as {@code kubectl get -o json} prints them. */
@NullMarked
package kubenat.api;

import org.jspecify.annotations.NullMarked;
