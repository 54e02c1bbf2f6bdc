package kubenat.lint.checks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kubenat.kube.ChainRole;
import kubenat.kube.Service;
import kubenat.kube.ServiceEntry;
import kubenat.kube.ServicePortName;
import kubenat.kube.TrafficPolicy;
import kubenat.lint.Place;
import kubenat.lint.Subject;
import kubenat.lint.cluster.EndpointAddress;
import kubenat.model.TableName;
import kubenat.model.packet.Protocol;

/** The Service ports of one node, as far as all nodes must have them alike: not its own endpoints, nor what it refuses for want of these. */
final class NodeServices {
    private final Subject subject;
    private final Map<Key, Service> services = new LinkedHashMap<>();

    /** What makes a Service port the same on two nodes: a name, or where there is none, what stands for it. */
    record Key(Optional<ServicePortName> name, String label, Optional<Protocol> protocol) {}

    NodeServices(Subject subject) {
        this.subject = subject;
        subject.services()
                .all()
                .forEach(
                        service -> services.put(new Key(service.name(), service.label(), service.protocol()), service));
    }

    Set<Key> keys() {
        return services.keySet();
    }

    Optional<Service> service(Key key) {
        return Optional.ofNullable(services.get(key));
    }

    Subject subject() {
        return subject;
    }

    /** The name of the dump. */
    String dump() {
        return place().dump();
    }

    Place place() {
        return subject.at(TableName.NAT);
    }

    Place place(Service service) {
        return ApiPairs.at(subject, service);
    }

    /** Whether the dump would show a Service port that others have; without filter it does not show those that have no endpoint here. */
    boolean wouldShow(Service service) {
        return subject.ruleset().table(TableName.FILTER).isPresent()
                || service.internal() == TrafficPolicy.CLUSTER
                        && !service.endpoints().isEmpty();
    }

    /** The endpoints for clients anywhere; absent where the rules do not show them, or they cannot be read. */
    Optional<Set<EndpointAddress>> endpoints(Key key) {
        return service(key)
                .filter(found -> isShown(found) && ApiPairs.areRead(found.endpoints()))
                .map(found -> ApiPairs.addresses(found.endpoints()));
    }

    private boolean isShown(Service service) {
        boolean refused = service.entries().stream()
                .map(ServiceEntry::refused)
                .anyMatch(why -> why.filter("has no endpoints"::equals).isPresent());
        boolean chooses = service.chain()
                .flatMap(ChainRole::letters)
                .map(ChainRole.SVC::chain)
                .flatMap(chain -> subject.ruleset().chain(KubeChains.nat(chain)))
                .isPresent();
        return refused || chooses && !service.endpoints().isEmpty();
    }

    /** Whether the API has hints for its endpoints; absent where the API is not known. */
    Optional<Boolean> hinted(Key key) {
        return subject.evidence().api().objects().slices().isEmpty()
                        || subject.comparison().otherCluster()
                ? Optional.empty()
                : subject.comparison().pairs().stream()
                        .filter(pair ->
                                key.name().filter(pair.port().name()::equals).isPresent())
                        .map(pair -> pair.port().isHinted())
                        .findFirst();
    }
}
