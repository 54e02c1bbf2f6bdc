package kubenat.lint.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kubenat.api.ApiService;
import kubenat.api.ApiServices;
import kubenat.kube.ApiNames;
import kubenat.kube.Service;
import kubenat.kube.ServicePortName;
import kubenat.kube.Services;
import kubenat.kube.Surroundings;
import kubenat.model.packet.Family;

/**
 * The Service ports of the rules beside those of the API, for one address family.
 *
 * @param pairs those that both have
 * @param unknown those of the rules that the API lacks, as far as the listing would have them
 * @param missing those of the API that the rules lack
 * @param rules how many Service ports the rules have
 * @param otherCluster whether the two have nothing in common but what every cluster has
 * @param node the name of the node that the rules are of, where it is known
 */
public record Comparison(
        List<Pair> pairs,
        List<Service> unknown,
        List<ClusterPort> missing,
        int rules,
        boolean otherCluster,
        Optional<String> node) {
    /** Every cluster has it, so a listing without it is of some namespaces only. */
    private static final String OF_EVERY_CLUSTER = "default/kubernetes";

    public Comparison {
        pairs = List.copyOf(pairs);
        unknown = List.copyOf(unknown);
        missing = List.copyOf(missing);
    }

    /** Compares by name and protocol; {@code node} is the node's name if the user said it. */
    public static Comparison of(
            Services services, ApiNames names, Family family, Optional<String> node, Surroundings surroundings) {
        ApiServices api = names.objects();
        Map<ClusterPorts.Key, ClusterPort> left = new LinkedHashMap<>(new ClusterPorts(api, family).all());
        List<Pair> pairs = new ArrayList<>();
        List<Service> unknown = new ArrayList<>();
        for (Service service : services.all()) {
            Optional<ClusterPort> port = key(service, left.keySet()).map(left::remove);
            port.ifPresentOrElse(found -> pairs.add(new Pair(service, found)), () -> unknown.add(service));
        }
        boolean named =
                pairs.stream().anyMatch(pair -> !isInEveryCluster(pair.service().name()));
        boolean other = pairs.stream().noneMatch(Comparison::isTelling)
                && (named || unknown.stream().anyMatch(service -> !isInEveryCluster(service.name())))
                && (named || left.values().stream().anyMatch(port -> !isInEveryCluster(Optional.of(port.name()))));
        Set<String> namespaces =
                api.services().stream().map(ApiService::namespace).collect(Collectors.toSet());
        boolean whole = api.services().stream()
                .anyMatch(service -> OF_EVERY_CLUSTER.equals(service.namespace() + "/" + service.name()));
        List<Service> surely = unknown.stream()
                .filter(service -> whole
                        || service.name()
                                .filter(name -> namespaces.contains(name.namespace()))
                                .isPresent())
                .toList();
        Optional<String> known = new NodeName(api, surroundings).of(node, pairs);
        return new Comparison(
                pairs, surely, List.copyOf(left.values()), services.all().size(), other, known);
    }

    private static Optional<ClusterPorts.Key> key(Service service, Set<ClusterPorts.Key> keys) {
        return service.name()
                .flatMap(name -> service.protocol()
                        .map(protocol -> Optional.of(new ClusterPorts.Key(name, protocol))
                                .filter(keys::contains))
                        .orElseGet(() -> keys.stream()
                                .filter(key -> key.name().equals(name))
                                .findFirst()));
    }

    /** Whether a Service port shows that rules and API are of one cluster. */
    private static boolean isTelling(Pair pair) {
        return !isInEveryCluster(pair.service().name())
                && pair.service().entries().stream()
                        .anyMatch(entry -> entry.address()
                                .filter(pair.port().service().clusterIps()::contains)
                                .isPresent());
    }

    private static boolean isInEveryCluster(Optional<ServicePortName> name) {
        return name.filter(found -> found.service().equals(OF_EVERY_CLUSTER)
                        || found.namespace().equals("kube-system"))
                .isPresent();
    }
}
