package kubenat.api;

import java.util.List;
import java.util.Optional;

/**
 * An EndpointSlice of the API (discovery.k8s.io/v1), or one subset of the older Endpoints.
 *
 * @param service the name of the Service that it is for, in the same namespace; absent if it is for none
 */
public record ApiSlice(
        String namespace,
        String name,
        Optional<String> service,
        List<ApiSlicePort> ports,
        List<ApiEndpoint> endpoints,
        ApiPlace place) {
    public ApiSlice {
        ports = List.copyOf(ports);
        endpoints = List.copyOf(endpoints);
    }
}
