package kubenat.lint.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.api.ApiEndpoint;
import kubenat.api.ApiPort;
import kubenat.api.ApiService;
import kubenat.api.ApiServices;
import kubenat.api.ApiSlice;
import kubenat.api.ApiSlicePort;
import kubenat.kube.ServicePortName;
import kubenat.model.packet.Address;
import kubenat.model.packet.Family;

/** The Service ports of the API for which kube-proxy makes rules of one address family. */
final class ClusterPorts {
    private final Family family;
    private final Map<ClusterPort.Key, List<Target>> targets = new LinkedHashMap<>();
    private final Map<ClusterPort.Key, ClusterPort> ports = new LinkedHashMap<>();

    ClusterPorts(ApiServices api, Family family) {
        this.family = family;
        api.slices().forEach(this::add);
        api.services().stream().filter(this::isProxied).forEach(this::add);
    }

    /** Headless ones, names for others, and those with a label are none of kube-proxy's (shouldSkipService in 1.28). */
    private boolean isProxied(ApiService service) {
        return !service.otherProxy()
                && !service.type().equals("ExternalName")
                && service.clusterIps().stream().anyMatch(this::isOfFamily);
    }

    private boolean isOfFamily(Address address) {
        return address.family() == family;
    }

    private void add(ApiSlice slice) {
        for (ApiSlicePort port : slice.ports()) {
            Optional<ServicePortName> name = slice.service()
                    .flatMap(service -> ServicePortName.of(slice.namespace(), service, port.name()))
                    .filter(known -> port.port().isPresent());
            name.map(known -> new ClusterPort.Key(known, port.protocol()))
                    .ifPresent(key -> add(key, slice, port.port().orElseThrow()));
        }
    }

    private void add(ClusterPort.Key key, ApiSlice slice, int port) {
        List<Target> all = targets.computeIfAbsent(key, none -> new ArrayList<>());
        for (ApiEndpoint endpoint : slice.endpoints()) {
            endpoint.addresses().stream()
                    .filter(this::isOfFamily)
                    .forEach(address -> all.add(new Target(new EndpointAddress(address, port), endpoint, slice)));
        }
    }

    private void add(ApiService service) {
        for (ApiPort port : service.ports()) {
            ServicePortName.of(service.namespace(), service.name(), port.name())
                    .map(name -> new ClusterPort.Key(name, port.protocol()))
                    .ifPresent(key -> ports.putIfAbsent(
                            key, new ClusterPort(key.name(), service, port, targets.getOrDefault(key, List.of()))));
        }
    }

    Map<ClusterPort.Key, ClusterPort> all() {
        return ports;
    }
}
