package kubenat.kube;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.model.Ruleset;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.packet.InterfaceAddress;
import kubenat.model.packet.Node;
import kubenat.model.packet.Route;
import kubenat.model.packet.Settings;
import kubenat.trace.Assumption;

/**
 * The node and the cluster around it: which addresses are this node's, which are Pods'; given, or inferred and said so.
 *
 * @param complete whether all addresses of the node were given
 * @param pods the Pod network; empty where it is not known
 */
record Network(Node node, boolean complete, AddressSet pods) {

    static Network of(Ruleset ruleset, Surroundings given, Question question, List<Assumption> assumptions) {
        Family family = question.destination().family();
        AddressSet pods = pods(ruleset, given, family, assumptions);
        Optional<AddressSet> local = local(given, family);
        if (local.isPresent()) {
            return new Network(node(given, family, local.get(), local.get().complement()), true, pods);
        }
        AddressSet asked = AddressSet.of(question.destination());
        AddressSet others = pods.isEmpty() ? AddressSet.all(family) : pods;
        Node open = node(given, family, AddressSet.none(family), others.minus(asked));
        assumePodsAreNotLocal(pods, assumptions);
        return switch (Locality.of(ruleset, open, question, assumptions)) {
            case YES -> new Network(node(given, family, asked, others.minus(asked)), false, pods);
            case NO -> new Network(node(given, family, AddressSet.none(family), others.union(asked)), false, pods);
            case MAYBE -> new Network(open, false, pods);
        };
    }

    private static Optional<AddressSet> local(Surroundings given, Family family) {
        if (given.local().isEmpty() && !given.routing().known()) {
            return Optional.empty();
        }
        List<Cidr> addresses = new ArrayList<>();
        given.local().orElse(List.of()).forEach(address -> addresses.add(Cidr.of(address)));
        given.routing().addresses().stream()
                .map(InterfaceAddress::address)
                .forEach(address -> addresses.add(Cidr.of(address)));
        given.routing().routes().stream().filter(Route::isOwn).forEach(route -> addresses.add(route.to()));
        return Optional.of(AddressSet.of(family, addresses));
    }

    private static AddressSet pods(Ruleset ruleset, Surroundings given, Family family, List<Assumption> assumptions) {
        if (given.podNetworks().isPresent()) {
            return AddressSet.of(family, given.podNetworks().get());
        }
        Optional<PodNetworks> inferred = PodNetworks.of(ruleset);
        inferred.ifPresent(networks -> assumptions.add(new Assumption(
                "the Pod network is " + networks, "inferred", networks.why() + "; --pod-cidr says it for sure")));
        return inferred.map(networks -> AddressSet.of(family, networks.cidrs())).orElse(AddressSet.none(family));
    }

    private static void assumePodsAreNotLocal(AddressSet pods, List<Assumption> assumptions) {
        if (pods.isEmpty()) {
            assumptions.add(new Assumption(
                    "endpoints are not addresses of this node",
                    "default",
                    "neither the node's addresses nor the Pod network are known; --addr or --local says them"));
        }
    }

    private static Node node(Surroundings given, Family family, AddressSet local, AddressSet foreign) {
        Map<Family, AddressSet> ours = new EnumMap<>(Family.class);
        Map<Family, AddressSet> others = new EnumMap<>(Family.class);
        ours.put(family, local);
        others.put(family, foreign);
        return new Node(
                ours, others, given.routing(), given.sets(), given.settings().getOrDefault(family, Settings.UNKNOWN));
    }

    /** The addresses that are surely this node's, loopback included. */
    AddressSet local(Address like) {
        return node.local(like.family());
    }
}
