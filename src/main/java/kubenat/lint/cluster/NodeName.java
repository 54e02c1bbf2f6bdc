package kubenat.lint.cluster;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.api.ApiNode;
import kubenat.api.ApiServices;
import kubenat.kube.Endpoint;
import kubenat.kube.Surroundings;
import kubenat.model.packet.Address;

/** Finds out the name of the node that rules are of. */
final class NodeName {
    private final ApiServices api;
    private final Surroundings surroundings;

    NodeName(ApiServices api, Surroundings surroundings) {
        this.api = api;
        this.surroundings = surroundings;
    }

    /** As it is given, else by the node's addresses, else by the endpoints that rules have as this node's. */
    Optional<String> of(Optional<String> given, List<Pair> pairs) {
        return given.or(this::byAddress).or(() -> byEndpoints(pairs));
    }

    private Optional<String> byAddress() {
        Set<Address> own = Stream.concat(
                        surroundings.local().stream().flatMap(List::stream),
                        surroundings.routing().addresses().stream().map(each -> each.address()))
                .collect(Collectors.toSet());
        return only(api.nodes().stream()
                .filter(node -> node.addresses().stream().anyMatch(own::contains))
                .map(ApiNode::name));
    }

    private static Optional<String> byEndpoints(List<Pair> pairs) {
        return only(pairs.stream()
                .flatMap(pair -> pair.service().localEndpoints().stream()
                        .flatMap(List::stream)
                        .flatMap(endpoint -> node(endpoint, pair.port()).stream())));
    }

    private static Optional<String> node(Endpoint endpoint, ClusterPort port) {
        return endpoint.address()
                .flatMap(EndpointAddress::read)
                .flatMap(port::at)
                .flatMap(target -> target.endpoint().node());
    }

    private static Optional<String> only(Stream<String> names) {
        List<String> distinct = names.distinct().limit(2).toList();
        return distinct.size() == 1 ? Optional.of(distinct.get(0)) : Optional.empty();
    }
}
