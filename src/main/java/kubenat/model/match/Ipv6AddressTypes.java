package kubenat.model.match;

import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Route;
import kubenat.model.packet.Split;

/**
 * Types of IPv6 addresses. MULTICAST, UNICAST and UNSPEC are read off the address and must all hold; of LOCAL, ANYCAST and
 * UNREACHABLE, which a route lookup tells, one must (kernel: xt_addrtype, match_type6; by experiment on Linux 6.18). So a local
 * address is UNICAST too.
 */
record Ipv6AddressTypes(AddressType wanted, Node node) {
    private static final AddressSet UNSPECIFIED = AddressSet.of(Address.parse("::"));
    private static final AddressSet UNICAST = AddressTypes.multicast(Family.IPV6)
            .union(UNSPECIFIED)
            .union(AddressSet.of(new Cidr(Address.parse("::ffff:0:0"), 96)))
            .complement();

    Split split(Packet packet) {
        return AddressTypes.set(packet, kind(), wanted.source())
                .and(p -> wanted.types().stream().anyMatch(Ipv6AddressTypes::isRouted) ? routed(p) : Split.yes(p));
    }

    private AddressSet kind() {
        AddressSet all = AddressSet.all(Family.IPV6);
        return when("MULTICAST", AddressTypes.multicast(Family.IPV6))
                .intersect(when("UNICAST", UNICAST))
                .intersect(when("UNSPEC", UNSPECIFIED))
                .intersect(all);
    }

    private AddressSet when(String type, AddressSet addresses) {
        return wanted.types().contains(type) ? addresses : AddressSet.all(Family.IPV6);
    }

    private static boolean isRouted(String type) {
        return type.equals("LOCAL") || type.equals("ANYCAST") || type.equals("UNREACHABLE");
    }

    private Split routed(Packet packet) {
        Split any = Split.no(packet);
        for (String type : wanted.types()) {
            any = isRouted(type) ? any.or(p -> routed(p, type)) : any;
        }
        return any;
    }

    /** Each link that is up has a route to all groups (by experiment: ff02::1 is not UNREACHABLE without a default route). */
    private Split routed(Packet packet, String type) {
        Optional<String> device = wanted.limit().device(packet);
        boolean limited = device.isEmpty() || !device.get().isEmpty();
        if (type.equals("LOCAL") && !limited) {
            return AddressTypes.local(packet, node, wanted.source());
        }
        if (type.equals("LOCAL") && device.isPresent() && node.routing().knowsAddresses()) {
            AddressSet own = node.routing().local(Family.IPV6, device.get()::equals);
            return AddressTypes.set(packet, own, wanted.source());
        }
        if (limited) {
            return open(packet, type + wanted.limit());
        }
        Optional<Address> address =
                AddressTypes.addresses(packet, wanted.source()).single();
        if (address.isEmpty()
                || !node.routing().knowsRoutes()
                || !node.routing().knowsAddresses()
                || node.routing().hasPolicy(Family.IPV6)) {
            return open(packet, type);
        }
        boolean local = AddressTypes.localSure(Family.IPV6, node).contains(address.get());
        boolean group = AddressTypes.multicast(Family.IPV6).contains(address.get());
        Optional<Route> route = node.routing().to(address.get());
        return type.equals("UNREACHABLE")
                ? Split.of(
                        !local
                                && !group
                                && route.filter(r -> !r.device().isEmpty()).isEmpty(),
                        packet)
                : Split.of(
                        !local && route.filter(r -> isAnycast(r, address.get())).isPresent(), packet);
    }

    /** The first address of a network on a link belongs to any router there. */
    private static boolean isAnycast(Route route, Address address) {
        return route.via().isEmpty()
                && route.to().prefixLength() < 127
                && route.to().network().equals(address);
    }

    private Split open(Packet packet, String type) {
        return Split.opaque(packet, AddressTypes.typeCondition(packet, wanted.source(), type));
    }
}
