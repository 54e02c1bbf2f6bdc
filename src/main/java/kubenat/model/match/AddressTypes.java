package kubenat.model.match;

import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Family;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Split;

/** Which addresses are this node's, as far as the node is known; the rest is left open as a condition. */
public final class AddressTypes {
    private static final AddressSet MULTICAST_V4 = AddressSet.of(Cidr.parse("224.0.0.0/4"));
    private static final AddressSet MULTICAST_V6 = AddressSet.of(Cidr.parse("ff00::/8"));

    private AddressTypes() {}

    /** Splits on whether the destination is one of this node's addresses: the routing decision for what arrives. */
    public static Split localDestination(Packet packet, Node node) {
        return local(packet, node, false);
    }

    /** Splits on whether the source or destination is an address of this node. */
    static Split local(Packet packet, Node node, boolean source) {
        Family family = packet.family();
        AddressSet broadcast = Ipv4AddressTypes.broadcast(family, node, device -> true);
        AddressSet sure = localSure(family, node);
        AddressSet never = node.routing().knowsAddresses()
                ? sure.complement()
                : node.foreign(family).union(multicast(family)).union(broadcast).minus(sure);
        return set(packet, sure, source)
                .or(rest -> set(rest, never, source).negatedIf(true).and(open -> decide(open, source)));
    }

    /** The addresses that surely are this node's; 127.255.255.255 is a broadcast address. */
    static AddressSet localSure(Family family, Node node) {
        AddressSet own = node.routing().local(family, device -> true);
        return node.local(family)
                .minus(family == Family.IPV4 ? Ipv4AddressTypes.LOOPBACK_BROADCAST : AddressSet.none(family))
                .union(own);
    }

    /** An answer that was given for a destination while it could still be another one holds for what is left of it. */
    private static Split decide(Packet open, boolean source) {
        AddressSet addresses = addresses(open, source);
        boolean rewritten = !source && open.connection().destinationRewritten();
        return open.decisions()
                .of(localCondition(AddressSet.all(open.family()), source))
                .filter(decided -> !rewritten)
                .map(decided -> Split.of(decided, open))
                .orElseGet(() -> Split.opaque(open, localCondition(addresses, source)));
    }

    /** The condition that the source, or a destination, is one of this node's addresses. */
    public static Condition localCondition(AddressSet addresses, boolean source) {
        if (source) {
            return new Condition("source", "is", "local", "the source is an address of this node");
        }
        String name = name(addresses, false);
        return new Condition("destination", "is local", name, name + " is an address of this node");
    }

    /** A condition on the kind of an address. */
    static Condition typeCondition(Packet packet, boolean source, String type) {
        String name = name(addresses(packet, source), source);
        return Condition.opaque(source ? "source" : "destination", type + " " + name, name + " is " + type);
    }

    private static String name(AddressSet addresses, boolean source) {
        return addresses
                .single()
                .map(Address::toString)
                .orElseGet(() -> source
                        ? "the source"
                        : addresses.isAll() ? "the destination" : String.join(",", addresses.ranges()));
    }

    static AddressSet addresses(Packet packet, boolean source) {
        return source ? packet.header().source() : packet.header().destination();
    }

    static Split set(Packet packet, AddressSet wanted, boolean source) {
        return source ? Split.source(packet, wanted) : Split.destination(packet, wanted);
    }

    static AddressSet multicast(Family family) {
        return family == Family.IPV4 ? MULTICAST_V4 : MULTICAST_V6;
    }
}
