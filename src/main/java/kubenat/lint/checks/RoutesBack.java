package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.model.packet.Address;
import kubenat.model.packet.Family;
import kubenat.model.packet.Route;
import kubenat.model.packet.Routing;
import kubenat.model.packet.RoutingRule;
import kubenat.model.packet.Truth;

/** The IPv4 routes that packets without a mark take, such as the answers that a reverse path filter asks for. */
record RoutesBack(Routing routing) {

    boolean isEmpty() {
        return routing.routes().stream().noneMatch(RoutesBack::isIpv4);
    }

    private static boolean isIpv4(Route route) {
        return route.to().network().family() == Family.IPV4;
    }

    /** Whether it is known that no other rule leads elsewhere. */
    boolean isCertain() {
        return routing.knowsRules(Family.IPV4);
    }

    /**
     * The route to an address, of several next hops all; none where nothing is sent to it. Absent where it depends on the packet, or
     * on routes that are not given.
     */
    Optional<List<Route>> to(Address address) {
        for (RoutingRule rule : routing.rules(Family.IPV4)) {
            Truth asked = rule.asksLocal() ? Truth.NO : rule.selector().unmarkedTo(address);
            boolean isOpen = asked == Truth.MAYBE || rule.refuses().isEmpty() && !routing.knowsTable(rule.table());
            if (asked != Truth.NO && isOpen) {
                return Optional.empty();
            }
            if (asked == Truth.YES && rule.refuses().isPresent()) {
                return Optional.of(List.of());
            }
            Optional<Route> best = asked == Truth.YES ? routing.to(address, rule) : Optional.empty();
            if (best.isPresent() && best.get().kind() != Route.Kind.THROW) {
                return Optional.of(hops(best.get()));
            }
        }
        return Optional.of(List.of());
    }

    private List<Route> hops(Route best) {
        boolean leads = best.kind() == Route.Kind.UNICAST || best.kind() == Route.Kind.LOCAL;
        return leads
                ? routing.table(best.table()).stream()
                        .filter(other -> other.to().equals(best.to()) && other.metric() == best.metric())
                        .toList()
                : List.of();
    }

    /**
     * Routes to the address as a neighbour on a link, which the best one keeps from being used. Where that leads to the very
     * address on a link of its own, such as a Pod's, the address is there and on no other.
     */
    Stream<Route> unusedLinks(Address address, List<Route> best) {
        int length = best.get(0).to().prefixLength();
        boolean isOnLink = best.stream().allMatch(route -> route.via().isEmpty());
        return routing.table(Route.MAIN).stream()
                .filter(route -> route.kind() == Route.Kind.UNICAST
                        && route.via().isEmpty()
                        && route.to().prefixLength() > 0
                        && route.to().contains(address))
                .filter(route -> !isOnLink || route.to().prefixLength() == length)
                .filter(route -> best.stream().noneMatch(used -> used.device().equals(route.device())));
    }
}
