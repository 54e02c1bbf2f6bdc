package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kubenat.kube.Service;
import kubenat.lint.cluster.EndpointAddress;

/** A Service port with the addresses of its endpoints, read once however many connections ask; the same only as itself. */
final class KnownService {
    private final Service service;
    private final boolean read;
    private Optional<Set<EndpointAddress>> endpoints = Optional.empty();

    KnownService(Service service) {
        this.service = service;
        this.read = ApiPairs.areRead(service.endpoints())
                && ApiPairs.areRead(service.localEndpoints().orElse(List.of()));
    }

    Service service() {
        return service;
    }

    /** Whether the rules send packets to an address, or may do so. */
    boolean mayHave(EndpointAddress address) {
        if (endpoints.isEmpty()) {
            endpoints = Optional.of(ApiPairs.inRules(service).keySet());
        }
        return !read || endpoints.get().contains(address);
    }
}
