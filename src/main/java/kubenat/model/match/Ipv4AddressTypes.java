package kubenat.model.match;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Split;

/**
 * Types of IPv4 addresses. The kernel looks into its table {@code local} alone, so that what a route of the main table refuses,
 * or what no route leads to, is UNICAST (kernel: inet_dev_addr_type; by experiment on Linux 6.18).
 */
record Ipv4AddressTypes(AddressType wanted, Node node) {
    static final AddressSet LOOPBACK_BROADCAST = AddressSet.of(Address.parse("127.255.255.255"));
    private static final AddressSet EVERYWHERE =
            AddressSet.of(Address.parse("0.0.0.0")).union(AddressSet.of(Address.parse("255.255.255.255")));
    private static final AddressSet LOOPBACK =
            AddressSet.of(Cidr.parse("127.0.0.0/8")).minus(LOOPBACK_BROADCAST);

    /** The addresses that surely are broadcast addresses; all of them when the node's addresses are known. */
    static AddressSet broadcast(Family family, Node node, Predicate<String> device) {
        if (family == Family.IPV6) {
            return AddressSet.none(family);
        }
        AddressSet own = node.routing().local(family, d -> true);
        AddressSet networks = node.routing().broadcast(family, device).minus(own);
        return networks.union(EVERYWHERE).union(device.test("lo") ? LOOPBACK_BROADCAST : AddressSet.none(family));
    }

    Split split(Packet packet) {
        Optional<String> device = wanted.limit().device(packet);
        if (device.isEmpty() || !device.get().isEmpty() && !node.routing().knowsAddresses()) {
            return elsewhere(packet);
        }
        boolean limited = !device.get().isEmpty();
        Predicate<String> counts = limited ? device.get()::equals : d -> true;
        AddressSet broadcast = broadcast(Family.IPV4, node, counts);
        AddressSet local = limited ? localOn(device.get()) : AddressTypes.localSure(Family.IPV4, node);
        if (node.routing().knowsAddresses()) {
            AddressSet unicast = local.union(broadcast).union(multicast()).complement();
            return ask(packet, among(local, broadcast, unicast));
        }
        if (wants("LOCAL") == wants("BROADCAST") && wants("LOCAL") == wants("UNICAST")) {
            return ask(packet, wants("LOCAL") ? multicast().complement() : AddressSet.none(Family.IPV4))
                    .or(p -> ask(p, when("MULTICAST", multicast())));
        }
        AddressSet unicast = node.foreign(Family.IPV4).minus(broadcast).minus(multicast());
        AddressSet sure = local.union(broadcast).union(multicast()).union(unicast);
        return ask(packet, among(local, broadcast, unicast))
                .or(p -> ask(p, sure).negatedIf(true).and(this::open));
    }

    private AddressSet localOn(String device) {
        AddressSet own = node.routing().local(Family.IPV4, device::equals);
        return device.equals("lo") ? own.union(LOOPBACK) : own;
    }

    private static AddressSet multicast() {
        return AddressTypes.multicast(Family.IPV4);
    }

    private AddressSet among(AddressSet local, AddressSet broadcast, AddressSet unicast) {
        return when("LOCAL", local)
                .union(when("BROADCAST", broadcast))
                .union(when("UNICAST", unicast))
                .union(when("MULTICAST", multicast()));
    }

    private boolean wants(String type) {
        return wanted.types().contains(type);
    }

    private AddressSet when(String type, AddressSet addresses) {
        return wants(type) ? addresses : AddressSet.none(Family.IPV4);
    }

    private Split ask(Packet packet, AddressSet addresses) {
        return AddressTypes.set(packet, addresses, wanted.source());
    }

    /** Of addresses that are LOCAL, BROADCAST or UNICAST, but it is not known which. */
    private Split open(Packet packet) {
        boolean broadcast = wants("BROADCAST");
        boolean unicast = wants("UNICAST");
        Function<Packet, Split> other = p ->
                broadcast == unicast ? Split.of(unicast, p) : broadcastOpen(p).negatedIf(unicast);
        return AddressTypes.local(packet, node, wanted.source()).choose(p -> Split.of(wants("LOCAL"), p), other);
    }

    private Split broadcastOpen(Packet packet) {
        String type = "a broadcast address of a network of this node";
        return Split.opaque(packet, AddressTypes.typeCondition(packet, wanted.source(), type));
    }

    /** The interface or its addresses are not known: only what is the same on all of them is. */
    private Split elsewhere(Packet packet) {
        AddressSet yes = when("BROADCAST", EVERYWHERE).union(when("MULTICAST", multicast()));
        AddressSet sure = EVERYWHERE.union(multicast());
        String type = String.join(" or ", wanted.types()) + wanted.limit();
        return ask(packet, yes)
                .or(p -> ask(p, sure)
                        .negatedIf(true)
                        .and(q -> Split.opaque(q, AddressTypes.typeCondition(q, wanted.source(), type))));
    }
}
