package kubenat.lint.cluster;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kubenat.api.ApiPort;
import kubenat.api.ApiService;
import kubenat.kube.ServicePortName;
import kubenat.model.packet.Protocol;

/**
 * One port of a Service, as the API has it for one address family.
 *
 * @param targets its endpoints, whether ready or not
 */
public record ClusterPort(ServicePortName name, ApiService service, ApiPort port, List<Target> targets) {
    public ClusterPort {
        targets = List.copyOf(targets);
    }

    /** What makes a Service port the same for rules and API. */
    public record Key(ServicePortName name, Protocol protocol) {}

    Key key() {
        return new Key(name, port.protocol());
    }

    /** The endpoints that new clients should be sent to; those that end while none is ready (1.26 and later). */
    public List<Target> wanted() {
        return wanted(targets);
    }

    /** The endpoints on a node that new clients should be sent to where a traffic policy is Local. */
    public List<Target> wantedOn(String node) {
        return wanted(targets.stream().filter(target -> target.isOn(node)).toList());
    }

    /** The endpoints that every kube-proxy sends new clients to. */
    public List<Target> ready() {
        return targets.stream().filter(target -> target.endpoint().ready()).toList();
    }

    /** Those of them on a node. */
    public List<Target> readyOn(String node) {
        return ready().stream().filter(target -> target.isOn(node)).toList();
    }

    private static List<Target> wanted(List<Target> all) {
        List<Target> ready =
                all.stream().filter(target -> target.endpoint().ready()).toList();
        return ready.isEmpty() ? all.stream().filter(Target::isLastResort).toList() : ready;
    }

    /** Whether some endpoints are for clients of some zones or nodes only, so that nodes rightly have different ones. */
    public boolean isHinted() {
        return targets.stream().anyMatch(target -> target.endpoint().hinted());
    }

    public Set<EndpointAddress> addresses() {
        return targets.stream().map(Target::at).collect(Collectors.toSet());
    }

    public Optional<Target> at(EndpointAddress address) {
        return targets.stream().filter(target -> target.at().equals(address)).findFirst();
    }
}
