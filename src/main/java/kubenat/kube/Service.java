package kubenat.kube;

import java.util.List;
import java.util.Optional;
import kubenat.heat.Draws;
import kubenat.model.packet.Protocol;

/**
 * One Service port, as the rules of a node show it.
 *
 * @param name absent in a dump without comments
 * @param proof how sure the name is
 * @param protocol absent where no rule tells it
 * @param chain the first chain of its own, such as {@code KUBE-SVC-NPX46M4PTMTKRN6Y}; absent if it has none
 * @param entries the addresses at which it is reached; none if only its chains are left
 * @param endpoints all endpoints, and the share of new clients that each gets
 * @param localEndpoints those on this node, where a traffic policy is Local; absent where no rule shows them apart
 * @param affinitySeconds for how long a client is sent to the same endpoint again; 0 if each connection is on its own
 * @param external the traffic policy for clients outside
 * @param internal the traffic policy for clients within
 * @param counted how often chance has chosen each endpoint, in the chain of all endpoints and in that of those on this node; none
 *     where nothing was counted
 * @param notes what is odd about its rules, in words
 */
public record Service(
        Optional<ServicePortName> name,
        Proof proof,
        Optional<Protocol> protocol,
        Optional<String> chain,
        List<ServiceEntry> entries,
        List<Endpoint> endpoints,
        Optional<List<Endpoint>> localEndpoints,
        long affinitySeconds,
        TrafficPolicy external,
        TrafficPolicy internal,
        List<Draws> counted,
        List<String> notes) {
    public Service {
        entries = List.copyOf(entries);
        endpoints = List.copyOf(endpoints);
        localEndpoints = localEndpoints.map(List::copyOf);
        counted = List.copyOf(counted);
        notes = List.copyOf(notes);
    }

    /** The name, or what there is instead of it: a chain, or the first address. */
    public String label() {
        return name.map(ServicePortName::toString)
                .or(() -> chain)
                .orElseGet(() -> entries.isEmpty() ? "" : entries.get(0).place());
    }

    /** The addresses of one kind. */
    public List<ServiceEntry> entries(EntryKind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    /** The endpoints that clients of an entry get, those outside for what is not a ClusterIP; none where it refuses them. */
    public List<Endpoint> endpointsOf(ServiceEntry entry) {
        return entry.local() ? localEndpoints.orElse(List.of()) : endpoints;
    }
}
