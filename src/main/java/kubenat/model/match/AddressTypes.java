package kubenat.model.match;

import java.util.ArrayList;
import java.util.List;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Family;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Part;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;

/** Which addresses are local, multicast and so on, as far as the node is known; the rest is left open as a condition. */
public final class AddressTypes {
    private AddressTypes() {}

    /** Splits on whether the destination is one of this node's addresses: the routing decision for what arrives. */
    public static Split localDestination(Packet packet, Node node) {
        return local(packet, node, false);
    }

    static Split split(Packet packet, Site site, AddressType wanted) {
        Family family = packet.family();
        if (wanted.limited() || wanted.types().size() > 1 || !isSimple(wanted)) {
            return Split.opaque(packet, opaque(packet, wanted));
        }
        return switch (wanted.types().iterator().next()) {
            case "LOCAL" -> local(packet, site.node(), wanted.source());
            case "MULTICAST" -> set(packet, multicast(family), wanted.source());
            default -> local(packet, site.node(), wanted.source()).negatedIf(true);
        };
    }

    private static boolean isSimple(AddressType wanted) {
        return wanted.types().contains("LOCAL") || wanted.types().contains("MULTICAST");
    }

    private static Condition opaque(Packet packet, AddressType wanted) {
        AddressSet now = addresses(packet, wanted.source());
        return Condition.opaque(
                wanted.source() ? "source" : "destination",
                String.join(",", wanted.types()) + " " + name(now, wanted.source()),
                name(now, wanted.source()) + " is of type " + String.join(" or ", wanted.types()));
    }

    private static Split local(Packet packet, Node node, boolean source) {
        Family family = packet.family();
        AddressSet sure = node.local(family);
        AddressSet never = node.foreign(family).union(multicast(family)).minus(sure);
        Split known = set(packet, sure, source);
        List<Part> yes = new ArrayList<>(known.yes());
        List<Part> no = new ArrayList<>();
        for (Part rest : known.no()) {
            Split split = set(rest.packet(), never, source);
            no.addAll(split.yes());
            split.no().forEach(open -> decide(open.packet(), source, yes, no));
        }
        return new Split(yes, no);
    }

    private static void decide(Packet open, boolean source, List<Part> yes, List<Part> no) {
        Condition condition = localCondition(addresses(open, source), source);
        Split split = Split.opaque(open, condition);
        yes.addAll(split.yes());
        no.addAll(split.no());
    }

    /** The condition that the source, or a destination, is one of this node's addresses. */
    public static Condition localCondition(AddressSet addresses, boolean source) {
        if (source) {
            return new Condition("source", "is", "local", "the source is an address of this node");
        }
        String name = name(addresses, false);
        return new Condition("destination", "is local", name, name + " is an address of this node");
    }

    private static String name(AddressSet addresses, boolean source) {
        return addresses
                .single()
                .map(Address::toString)
                .orElseGet(() -> source
                        ? "the source"
                        : addresses.isAll() ? "the destination" : String.join(",", addresses.ranges()));
    }

    private static AddressSet addresses(Packet packet, boolean source) {
        return source ? packet.header().source() : packet.header().destination();
    }

    private static Split set(Packet packet, AddressSet wanted, boolean source) {
        return source ? Split.source(packet, wanted) : Split.destination(packet, wanted);
    }

    static AddressSet multicast(Family family) {
        return AddressSet.of(Cidr.parse(family == Family.IPV4 ? "224.0.0.0/4" : "ff00::/8"));
    }
}
