package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.kube.Service;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.lint.cluster.EndpointAddress;
import kubenat.model.packet.Family;

/** KN141: the rules of one node have another view of a Service than those of the others. */
final class NodesDisagree extends Check {

    NodesDisagree() {
        super("KN141", Level.ERROR, Need.NAT, Need.NODES);
    }

    @Override
    public Stream<Finding> amongNodes(List<Subject> subjects) {
        return Stream.of(Family.values()).flatMap(family -> {
            List<NodeServices> nodes = subjects.stream()
                    .filter(subject -> subject.ruleset().family() == family)
                    .map(NodeServices::new)
                    .toList();
            return nodes.size() < 2 ? Stream.empty() : compared(nodes);
        });
    }

    private Stream<Finding> compared(List<NodeServices> nodes) {
        Set<NodeServices.Key> keys = new LinkedHashSet<>();
        nodes.forEach(node -> keys.addAll(node.keys()));
        Map<NodeServices, List<Finding>> found = new LinkedHashMap<>();
        for (NodeServices.Key key : keys) {
            absent(key, nodes, found);
            endpoints(key, nodes, found);
            AspectsDisagree.of(key, nodes).forEach(otherwise -> add(found, otherwise, key));
        }
        return found.entrySet().stream()
                .flatMap(node -> OneCause.of(
                        node.getValue(),
                        keys.size(),
                        () -> sum(node.getKey(), node.getValue().size(), keys.size())));
    }

    private Finding sum(NodeServices node, int differ, int all) {
        return finding(
                        node.place(),
                        "%,d of %,d Service ports are otherwise in %s than on the other nodes"
                                .formatted(differ, all, node.dump()))
                .withHelp("kube-proxy there does not keep up: read its log; or the dump is of another time or cluster");
    }

    /** One that some nodes have and others lack: those that are fewer are said to be wrong. */
    private void absent(NodeServices.Key key, List<NodeServices> nodes, Map<NodeServices, List<Finding>> found) {
        List<NodeServices> having =
                nodes.stream().filter(node -> node.service(key).isPresent()).toList();
        NodeServices first = having.get(0);
        Service service = first.service(key).orElseThrow();
        List<NodeServices> lacking = nodes.stream()
                .filter(node -> node.service(key).isEmpty() && node.wouldShow(service))
                .toList();
        if (lacking.isEmpty() || service.entries().isEmpty()) {
            return;
        }
        if (having.size() < lacking.size()) {
            having.forEach(node -> add(
                    found,
                    node,
                    finding(
                                    node.place(node.service(key).orElseThrow()),
                                    "%s has rules in %s, and none in %s"
                                            .formatted(key.label(), node.dump(), names(lacking)))
                            .withHelp(help(key))));
        } else {
            lacking.forEach(node -> add(
                    found,
                    node,
                    Wholeness.doubt(
                            node.subject(),
                            finding(
                                            node.place(),
                                            "%s has no rules in %s, though it has some in %s"
                                                    .formatted(key.label(), node.dump(), names(having)))
                                    .related(first.place(service), "leads to it there")
                                    .withHelp(help(key)))));
        }
    }

    private void endpoints(NodeServices.Key key, List<NodeServices> nodes, Map<NodeServices, List<Finding>> found) {
        Map<Set<EndpointAddress>, List<NodeServices>> groups = new LinkedHashMap<>();
        nodes.forEach(node -> node.endpoints(key)
                .ifPresent(set ->
                        groups.computeIfAbsent(set, none -> new ArrayList<>()).add(node)));
        Hints hints = groups.size() < 2 ? Hints.KNOWN : Hints.of(key, nodes, groups.keySet());
        if (hints == Hints.KNOWN) {
            return;
        }
        Set<EndpointAddress> most = groups.entrySet().stream()
                .reduce((one, other) -> other.getValue().size() > one.getValue().size() ? other : one)
                .orElseThrow()
                .getKey();
        List<NodeServices> majority = groups.getOrDefault(most, List.of());
        groups.forEach((set, different) -> {
            if (!set.equals(most)) {
                NodeServices node = different.get(0);
                Finding finding = differ(key, different, set, majority, most);
                add(
                        found,
                        node,
                        hints == Hints.POSSIBLE ? finding.onlyPossible() : Wholeness.doubt(node.subject(), finding));
            }
        });
    }

    private Finding differ(
            NodeServices.Key key,
            List<NodeServices> different,
            Set<EndpointAddress> set,
            List<NodeServices> majority,
            Set<EndpointAddress> most) {
        NodeServices node = different.get(0);
        NodeServices other = majority.get(0);
        List<EndpointAddress> lacks =
                most.stream().filter(address -> !set.contains(address)).toList();
        List<EndpointAddress> has =
                set.stream().filter(address -> !most.contains(address)).toList();
        String what = Stream.of(
                        lacks.isEmpty() ? "" : "without " + ApiPairs.some(lacks, EndpointAddress::toString),
                        has.isEmpty() ? "" : "with " + ApiPairs.some(has, EndpointAddress::toString))
                .filter(part -> !part.isEmpty())
                .reduce((one, two) -> one + ", and " + two)
                .orElse("");
        return finding(
                        node.place(node.service(key).orElseThrow()),
                        "%s has other endpoints in %s than in %s: %s"
                                .formatted(key.label(), names(different), names(majority), what))
                .related(other.place(other.service(key).orElseThrow()), "chooses there")
                .withHelp(help(key));
    }

    private void add(Map<NodeServices, List<Finding>> found, AspectsDisagree otherwise, NodeServices.Key key) {
        NodeServices node = otherwise.different().get(0);
        NodeServices other = otherwise.majority().get(0);
        Finding finding = finding(
                        node.place(node.service(key).orElseThrow()), "%s %s".formatted(key.label(), otherwise.words()))
                .related(other.place(other.service(key).orElseThrow()), "is otherwise there")
                .withHelp(help(key));
        add(found, node, Wholeness.doubt(node.subject(), finding));
    }

    private static void add(Map<NodeServices, List<Finding>> found, NodeServices node, Finding finding) {
        found.computeIfAbsent(node, none -> new ArrayList<>()).add(finding);
    }

    static String names(List<NodeServices> nodes) {
        return ApiPairs.some(nodes, NodeServices::dump);
    }

    private static String help(NodeServices.Key key) {
        String name = key.name()
                .map(known -> "kubectl -n %s get endpointslices -l kubernetes.io/service-name=%s"
                        .formatted(known.namespace(), known.name()))
                .orElse("kubectl get endpointslices -A");
        return name
                + " says who is right (--api compares); where the rules are old, kube-proxy does not keep up: read its log, restart it";
    }

    /** Whether hints for zones or nodes may be why nodes have different endpoints. */
    enum Hints {
        NONE,
        POSSIBLE,
        KNOWN;

        /**
         * What the API says of them, or else whether they would explain the endpoints: with hints for zones a node has those of its zone, or
         * all where its zone has too few; so what is not all is the same or has nothing in common.
         */
        static Hints of(NodeServices.Key key, List<NodeServices> nodes, Set<Set<EndpointAddress>> sets) {
            Optional<Boolean> known = nodes.get(0).hinted(key);
            if (known.isPresent()) {
                return known.get() ? KNOWN : NONE;
            }
            Set<EndpointAddress> all = new LinkedHashSet<>();
            sets.forEach(all::addAll);
            List<Set<EndpointAddress>> parts =
                    sets.stream().filter(set -> !set.equals(all)).toList();
            Set<EndpointAddress> seen = new LinkedHashSet<>();
            boolean disjoint = parts.stream().allMatch(part -> part.stream().allMatch(seen::add));
            return disjoint && parts.stream().noneMatch(Set::isEmpty) ? POSSIBLE : NONE;
        }
    }
}
