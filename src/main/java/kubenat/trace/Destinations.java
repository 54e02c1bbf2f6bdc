package kubenat.trace;

import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Family;
import kubenat.model.packet.InterfaceAddress;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Split;

/** Destinations that are not one machine: everybody on a network, or a group. */
final class Destinations {
    private static final AddressSet GROUPS_V4 = AddressSet.of(Cidr.parse("224.0.0.0/4"));
    private static final AddressSet GROUPS_V6 = AddressSet.of(Cidr.parse("ff00::/8"));

    private static final AddressSet NOBODY = AddressSet.of(Cidr.parse("0.0.0.0"));
    private static final AddressSet LOOPBACK_V6 = AddressSet.of(Cidr.parse("::1"));

    private Destinations() {}

    /** Whether they go to all machines of a network of this node, or, in IPv6, to its nearest router. */
    static Split broadcast(Packet packet, Node node) {
        if (isFromNobodyToNobody(packet)) {
            return Split.yes(packet);
        }
        AddressSet everybody = packet.family() == Family.IPV4
                ? node.routing().broadcast(Family.IPV4, device -> true).union(Martians.EVERYBODY)
                : routers(node);
        return Split.destination(packet, everybody);
    }

    /** From 0.0.0.0 to 0.0.0.0, which is an old way to say to everybody (kernel: ip_route_input_slow). */
    static boolean isFromNobodyToNobody(Packet packet) {
        return NOBODY.equals(packet.header().source())
                && NOBODY.equals(packet.header().destination());
    }

    /** The subnet-router anycast addresses (kernel: addrconf_join_anycast). */
    private static AddressSet routers(Node node) {
        AddressSet routers = AddressSet.none(Family.IPV6);
        for (InterfaceAddress address : node.routing().addresses()) {
            if (address.up() && address.address().family() == Family.IPV6 && address.prefixLength() < 127) {
                Cidr network = new Cidr(address.address(), address.prefixLength());
                routers = routers.union(AddressSet.of(network.network()));
            }
        }
        return routers;
    }

    /** An IPv6 destination that is reached by the in-interface alone, such as ::1, to which a rule has translated it. */
    static boolean onLink(Packet packet) {
        return packet.family() == Family.IPV6
                && LOOPBACK_V6.containsAll(packet.header().destination());
    }

    static Split group(Packet packet) {
        return Split.destination(packet, packet.family() == Family.IPV4 ? GROUPS_V4 : GROUPS_V6);
    }

    /** That something on this node has joined the group they go to. */
    static Condition joined(Packet packet) {
        String group = String.join(",", packet.header().destination().ranges());
        return Condition.opaque("group", group, "something on this node has joined the group " + group);
    }
}
