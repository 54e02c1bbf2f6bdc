package kubenat.lint.cluster;

import kubenat.api.ApiEndpoint;
import kubenat.api.ApiSlice;

/** One endpoint of a Service port, as an EndpointSlice has it. */
public record Target(EndpointAddress at, ApiEndpoint endpoint, ApiSlice slice) {

    /** Whether kube-proxy sends new clients there while no endpoint is ready (1.26 and later). */
    public boolean isLastResort() {
        return endpoint.serving() && endpoint.terminating();
    }

    public boolean isOn(String node) {
        return endpoint.node().filter(node::equals).isPresent();
    }

    /** Such as {@code 10.244.1.7:80 (Pod shop/web-1)}. */
    public String words() {
        return at + endpoint.target().map(" (%s)"::formatted).orElse("");
    }
}
