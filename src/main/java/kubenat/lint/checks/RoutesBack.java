package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.model.packet.Address;
import kubenat.model.packet.Family;
import kubenat.model.packet.Route;
import kubenat.model.packet.Routing;

/** The IPv4 routes that packets without a mark ask, where no routing rules say otherwise. */
record RoutesBack(List<Route> main, List<Route> last) {

    static RoutesBack of(Routing routing) {
        return new RoutesBack(ipv4(routing.table(Route.MAIN)), ipv4(routing.table(Route.DEFAULT)));
    }

    private static List<Route> ipv4(List<Route> routes) {
        return routes.stream()
                .filter(route -> route.to().network().family() == Family.IPV4)
                .toList();
    }

    boolean isEmpty() {
        return main.isEmpty() && last.isEmpty();
    }

    /** The route to an address, of several next hops all; none where nothing is sent to it. */
    List<Route> to(Address address) {
        Optional<Route> best = first(main, address)
                .filter(route -> route.kind() != Route.Kind.THROW)
                .or(() -> first(last, address));
        return best.filter(route -> route.kind() == Route.Kind.UNICAST || route.kind() == Route.Kind.LOCAL).stream()
                .flatMap(route -> Stream.concat(main.stream(), last.stream())
                        .filter(other -> other.to().equals(route.to())
                                && other.metric() == route.metric()
                                && other.table().equals(route.table())))
                .toList();
    }

    private static Optional<Route> first(List<Route> routes, Address address) {
        return routes.stream().filter(route -> route.to().contains(address)).findFirst();
    }

    /**
     * Routes to the address as a neighbour on a link, which the best one keeps from being used. Where that leads to the very
     * address on a link of its own, such as a Pod's, the address is there and on no other.
     */
    Stream<Route> unusedLinks(Address address, List<Route> best) {
        int length = best.get(0).to().prefixLength();
        boolean isOnLink = best.stream().allMatch(route -> route.via().isEmpty());
        return main.stream()
                .filter(route -> route.kind() == Route.Kind.UNICAST
                        && route.via().isEmpty()
                        && route.to().prefixLength() > 0
                        && route.to().contains(address))
                .filter(route -> !isOnLink || route.to().prefixLength() == length)
                .filter(route -> best.stream().noneMatch(used -> used.device().equals(route.device())));
    }
}
