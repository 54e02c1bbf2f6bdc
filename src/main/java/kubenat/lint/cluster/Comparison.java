package kubenat.lint.cluster;

import java.util.ArrayList;
import java.util.HashMap;
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
 * @param paired what tells the Service ports apart that both have
 * @param node the name of the node that the rules are of, where it is known
 */
public record Comparison(
        List<Pair> pairs,
        List<Service> unknown,
        List<ClusterPort> missing,
        int rules,
        boolean otherCluster,
        Set<ClusterPort.Key> paired,
        Optional<String> node) {
    /** Every cluster has it, so a listing without it is of some namespaces only. */
    private static final String OF_EVERY_CLUSTER = "default/kubernetes";

    public Comparison {
        pairs = List.copyOf(pairs);
        unknown = List.copyOf(unknown);
        missing = List.copyOf(missing);
        paired = Set.copyOf(paired);
    }

    /** Compares by name and protocol; {@code node} is the node's name if the user said it. */
    public static Comparison of(
            Services services, ApiNames names, Family family, Optional<String> node, Surroundings surroundings) {
        ApiServices api = names.objects();
        Map<ClusterPort.Key, ClusterPort> left = new LinkedHashMap<>(new ClusterPorts(api, family).all());
        Map<ServicePortName, List<ClusterPort.Key>> named = byName(left.keySet());
        List<Pair> pairs = new ArrayList<>();
        List<Service> unknown = new ArrayList<>();
        for (Service service : services.all()) {
            Optional<ClusterPort> port = key(service, left.keySet(), named).map(left::remove);
            port.ifPresentOrElse(found -> pairs.add(new Pair(service, found)), () -> unknown.add(service));
        }
        boolean isOwn =
                pairs.stream().anyMatch(pair -> !isInEveryCluster(pair.service().name()));
        boolean other = pairs.stream().noneMatch(Comparison::isTelling)
                && (isOwn || unknown.stream().anyMatch(service -> !isInEveryCluster(service.name())))
                && (isOwn || left.values().stream().anyMatch(port -> !isInEveryCluster(Optional.of(port.name()))));
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
        Set<ClusterPort.Key> paired =
                pairs.stream().map(pair -> pair.port().key()).collect(Collectors.toSet());
        Optional<String> known = new NodeName(api, surroundings).of(node, pairs);
        return new Comparison(
                pairs, surely, List.copyOf(left.values()), services.all().size(), other, paired, known);
    }

    /** The keys of one name, those that are taken too. */
    private static Map<ServicePortName, List<ClusterPort.Key>> byName(Set<ClusterPort.Key> keys) {
        Map<ServicePortName, List<ClusterPort.Key>> named = new HashMap<>();
        keys.forEach(key ->
                named.computeIfAbsent(key.name(), none -> new ArrayList<>(1)).add(key));
        return named;
    }

    private static Optional<ClusterPort.Key> key(
            Service service, Set<ClusterPort.Key> left, Map<ServicePortName, List<ClusterPort.Key>> named) {
        return service.name()
                .flatMap(name -> named.getOrDefault(name, List.of()).stream()
                        .filter(left::contains)
                        .filter(key -> service.protocol()
                                .filter(protocol -> !protocol.equals(key.protocol()))
                                .isEmpty())
                        .findFirst());
    }

    /** Whether the rules have a Service port that the API has too. */
    public boolean pairs(ClusterPort port) {
        return paired.contains(port.key());
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
