package kubenat.model.match;

import java.util.List;
import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.packet.InterfaceAddress;
import kubenat.model.packet.Node;
import kubenat.model.packet.Route;
import kubenat.model.packet.Routing;

/** The node of the recorded conditions. */
final class RecordedNode {
    private static final Routing V4 = new Routing(
            true,
            List.of(
                    address("lo", true, "127.0.0.1", 8),
                    address("eth0", true, "30.0.1.180", 24),
                    address("cni0", true, "10.244.0.1", 24),
                    address("down0", false, "10.55.0.7", 32)),
            List.of(
                    route(Route.Kind.UNICAST, "0.0.0.0/0", "eth0"),
                    route(Route.Kind.UNICAST, "30.0.1.0/24", "eth0"),
                    route(Route.Kind.UNICAST, "10.244.0.0/24", "cni0"),
                    route(Route.Kind.UNICAST, "10.244.1.0/24", "eth0"),
                    route(Route.Kind.BLACKHOLE, "99.9.9.0/24", ""),
                    route(Route.Kind.UNREACHABLE, "99.9.8.0/24", ""),
                    route(Route.Kind.LOCAL, "10.96.0.0/12", "lo")));

    private static final Routing V6 = new Routing(
            true,
            List.of(
                    address("lo", true, "::1", 128),
                    address("eth0", true, "2001:db8:1::180", 64),
                    address("cni0", true, "fd00:244::1", 64)),
            List.of(
                    route(Route.Kind.UNICAST, "2001:db8:1::/64", "eth0"),
                    route(Route.Kind.UNICAST, "fd00:244::/64", "cni0"),
                    route(Route.Kind.MULTICAST, "ff00::/8", "eth0"),
                    route(Route.Kind.BLACKHOLE, "fd00:9::/64", ""),
                    route(Route.Kind.UNREACHABLE, "fd00:8::/64", ""),
                    route(Route.Kind.LOCAL, "fd00:6::/64", "lo")));

    private RecordedNode() {}

    static Node of(Family family) {
        return Node.UNKNOWN.with(family == Family.IPV4 ? V4 : V6);
    }

    /** The interface by which the node sends to an address; lo for itself, and in IPv6 for the first address of its networks. */
    static String device(Address address) {
        Node node = of(address.family());
        boolean local = node.local(address.family()).contains(address)
                || node.routing().local(address.family(), device -> true).contains(address)
                || V6.routes().stream().anyMatch(route -> route.to().network().equals(address));
        return local ? "lo" : node.routing().to(address).map(Route::device).orElse("eth0");
    }

    private static InterfaceAddress address(String device, boolean up, String address, int prefixLength) {
        return new InterfaceAddress(device, up, Address.parse(address), prefixLength, Optional.empty());
    }

    private static Route route(Route.Kind kind, String to, String device) {
        String table = kind == Route.Kind.LOCAL ? Route.LOCAL : Route.MAIN;
        return new Route(kind, Cidr.parse(to), device, Optional.empty(), Optional.empty(), 0, table);
    }
}
