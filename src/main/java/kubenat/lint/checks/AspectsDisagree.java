package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.kube.Endpoint;
import kubenat.kube.Service;

/**
 * One thing that nodes have otherwise of a Service port.
 *
 * @param different those that are fewer
 * @param words what they have, and what the others have instead
 */
record AspectsDisagree(List<NodeServices> different, List<NodeServices> majority, String words) {
    /** Shares that differ by less than this differ for other reasons, such as how a chance is printed. */
    private static final double TOLERATED = 0.05;

    /** What is found of one Service port. */
    static Stream<AspectsDisagree> of(NodeServices.Key key, List<NodeServices> nodes) {
        Stream<AspectsDisagree> aspects = Stream.of(NodeAspect.values()).flatMap(aspect -> of(aspect, key, nodes));
        return Stream.concat(aspects, shares(key, nodes).stream());
    }

    private static Stream<AspectsDisagree> of(NodeAspect aspect, NodeServices.Key key, List<NodeServices> nodes) {
        Map<Set<String>, List<NodeServices>> groups = new LinkedHashMap<>();
        nodes.forEach(node -> node.service(key)
                .flatMap(service -> aspect.of(service, node.subject()))
                .ifPresent(set ->
                        groups.computeIfAbsent(set, none -> new ArrayList<>()).add(node)));
        if (groups.size() < 2) {
            return Stream.empty();
        }
        Map.Entry<Set<String>, List<NodeServices>> most = groups.entrySet().stream()
                .reduce((one, other) -> other.getValue().size() > one.getValue().size() ? other : one)
                .orElseThrow();
        return groups.entrySet().stream()
                .filter(group -> !group.getKey().equals(most.getKey()))
                .map(group -> new AspectsDisagree(
                        group.getValue(),
                        most.getValue(),
                        words(group.getKey(), group.getValue(), most.getKey(), most.getValue())));
    }

    private static String words(
            Set<String> here, List<NodeServices> different, Set<String> there, List<NodeServices> majority) {
        String more = some(here, there);
        String less = some(there, here);
        String where = NodesDisagree.names(different);
        String others = NodesDisagree.names(majority);
        return more.isEmpty()
                ? "has %s in %s, but not in %s".formatted(less, others, where)
                : "has %s in %s, %s in %s".formatted(more, where, less.isEmpty() ? "but not" : "and " + less, others);
    }

    private static String some(Set<String> these, Set<String> others) {
        List<String> left =
                these.stream().filter(word -> !others.contains(word)).sorted().toList();
        return ApiPairs.some(left, word -> word);
    }

    /** The first node whose endpoints are those of another, with other shares of new clients. */
    private static Optional<AspectsDisagree> shares(NodeServices.Key key, List<NodeServices> nodes) {
        List<NodeServices> shown =
                nodes.stream().filter(node -> node.endpoints(key).isPresent()).toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        NodeServices first = shown.get(0);
        Map<String, Double> usual = shares(first.service(key).orElseThrow());
        for (NodeServices node : shown) {
            Map<String, Double> own = shares(node.service(key).orElseThrow());
            Optional<String> other = own.keySet().equals(usual.keySet())
                    ? own.keySet().stream()
                            .filter(address ->
                                    Math.abs(own.getOrDefault(address, 0.0) - usual.getOrDefault(address, 0.0))
                                            > TOLERATED)
                            .findFirst()
                    : Optional.empty();
            if (other.isPresent()) {
                String words = "sends %s of new clients to %s in %s, and %s in %s"
                        .formatted(
                                Percentage.of(own.getOrDefault(other.get(), 0.0)),
                                other.get(),
                                node.dump(),
                                Percentage.of(usual.getOrDefault(other.get(), 0.0)),
                                first.dump());
                return Optional.of(new AspectsDisagree(List.of(node), List.of(first), words));
            }
        }
        return Optional.empty();
    }

    private static Map<String, Double> shares(Service service) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (Endpoint endpoint : service.endpoints()) {
            shares.merge(endpoint.words(), endpoint.share().toDouble(), Double::sum);
        }
        return shares;
    }
}
