package kubenat.model.packet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The node's interfaces and routes, as {@code ip addr} and {@code ip route} list them.
 *
 * @param known whether they were given at all; without them no out-interface is known
 * @param rules all of {@code ip rule}, by priority; none if it was not given
 */
public record Routing(boolean known, List<InterfaceAddress> addresses, List<Route> routes, List<RoutingRule> rules) {
    public static final Routing UNKNOWN = new Routing(false, List.of(), List.of(), List.of());

    public Routing {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        rules = rules.stream()
                .sorted(Comparator.comparingInt(RoutingRule::priority))
                .toList();
    }

    public Routing(boolean known, List<InterfaceAddress> addresses, List<Route> routes) {
        this(known, addresses, routes, List.of());
    }

    /** The rules that packets of a family follow: those the kernel has without being told, if none are known. */
    public List<RoutingRule> rules(Family family) {
        return knowsRules(family)
                ? rules.stream().filter(rule -> rule.isFor(family)).toList()
                : RoutingRule.USUAL;
    }

    public boolean knowsRules(Family family) {
        return rules.stream().anyMatch(rule -> rule.isFor(family));
    }

    /** Whether there are rules for packets that somebody has made. */
    public boolean hasPolicy(Family family) {
        return rules(family).stream().anyMatch(rule -> !rule.isUsual());
    }

    /** Whether all routes of a table are known: a listing of several tables has all, another one has {@code main}. */
    public boolean knowsTable(String name) {
        return name.equals(Route.MAIN)
                || name.equals(Route.LOCAL)
                || name.equals(Route.DEFAULT)
                || !name.isEmpty()
                        && routes.stream().anyMatch(route -> !route.table().equals(Route.MAIN));
    }

    /** The routes of a table, the most specific first, those of the lowest metric first among equals. */
    public List<Route> table(String name) {
        return routes.stream()
                .filter(route -> route.table().equals(name))
                .sorted(Comparator.comparingInt((Route route) -> -route.to().prefixLength())
                        .thenComparingInt(Route::metric))
                .toList();
    }

    /** The route of the table {@code main} to an address; empty when there is none. */
    public Optional<Route> to(Address address) {
        return table(Route.MAIN).stream()
                .filter(route -> route.to().contains(address))
                .findFirst();
    }

    /** The route to an address in the table that a rule asks. */
    public Optional<Route> to(Address address, RoutingRule rule) {
        return table(rule.table()).stream()
                .filter(route -> route.to().contains(address) && route.to().prefixLength() > rule.longerThan())
                .findFirst();
    }

    /** The route by an interface to an address; that of {@code main} if several tables have one. */
    public Optional<Route> by(String device, Address address) {
        return Stream.concat(table(Route.MAIN).stream(), routes.stream())
                .filter(route -> route.device().equals(device) && route.to().contains(address))
                .findFirst();
    }

    /** The address that the kernel takes to reach a hop by an interface; empty where there is none at all. */
    public Optional<Address> sourceOn(String device, Address hop) {
        return new SourceSelection(addresses, hop).on(device);
    }

    /** Whether the node's addresses are known, so that any other address is not this node's. */
    public boolean knowsAddresses() {
        return known && !addresses.isEmpty();
    }

    /** Whether the node's routes are known, so that there is none to any other address. */
    public boolean knowsRoutes() {
        return known && !routes.isEmpty();
    }

    /**
     * The addresses of interfaces and {@code local} routes: what the kernel's table {@code local} holds, even while a link is
     * down (by experiment on Linux 6.18, IPv4 and IPv6).
     */
    public AddressSet local(Family family, Predicate<String> device) {
        if (addresses.isEmpty() && routes.isEmpty()) {
            return AddressSet.none(family);
        }
        Stream<Cidr> own =
                addresses.stream().filter(a -> device.test(a.device())).map(a -> Cidr.of(a.address()));
        Stream<Cidr> routed = routes.stream()
                .filter(r -> r.isOwn() && device.test(r.device()))
                .map(Route::to);
        return AddressSet.of(family, Stream.concat(own, routed).toList());
    }

    /**
     * The broadcast addresses of the networks of links that are up (kernel: fib_add_ifaddr): the last address of each, and
     * another one where it is set; the first address is none.
     */
    public AddressSet broadcast(Family family, Predicate<String> device) {
        if (addresses.isEmpty() && routes.isEmpty()) {
            return AddressSet.none(family);
        }
        List<Cidr> all = new ArrayList<>();
        for (InterfaceAddress address : addresses) {
            if (address.up() && device.test(address.device())) {
                address.broadcast().map(Cidr::of).ifPresent(all::add);
                if (address.prefixLength() < address.address().family().bits() - 1) {
                    all.add(Cidr.of(new Cidr(address.address(), address.prefixLength()).last()));
                }
            }
        }
        routes.stream()
                .filter(r -> r.kind() == Route.Kind.BROADCAST && device.test(r.device()))
                .forEach(r -> all.add(r.to()));
        return family == Family.IPV4 ? AddressSet.of(family, all) : AddressSet.none(family);
    }
}
