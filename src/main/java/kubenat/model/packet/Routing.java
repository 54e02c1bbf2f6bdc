package kubenat.model.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The node's interfaces and routes, as {@code ip addr} and {@code ip route} list them.
 *
 * @param known whether they were given at all; without them no out-interface is known
 */
public record Routing(boolean known, List<InterfaceAddress> addresses, List<Route> routes) {
    public static final Routing UNKNOWN = new Routing(false, List.of(), List.of());

    public Routing {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
    }

    /** The most specific route to an address, the one with the lowest metric among equals; empty when there is none. */
    public Optional<Route> to(Address address) {
        Route best = null;
        for (Route route : routes) {
            boolean better = best == null
                    || route.to().prefixLength() > best.to().prefixLength()
                    || route.to().prefixLength() == best.to().prefixLength() && route.metric() < best.metric();
            if (better && route.to().contains(address)) {
                best = route;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The address of an interface that the kernel takes to reach a hop: the one on the hop's network, else the first. */
    public Optional<Address> sourceOn(String device, Address hop) {
        List<InterfaceAddress> own = addresses.stream()
                .filter(a -> a.device().equals(device) && a.address().family() == hop.family())
                .toList();
        return own.stream()
                .filter(a -> new Cidr(a.address(), a.prefixLength()).contains(hop))
                .findFirst()
                .or(() -> own.stream().findFirst())
                .map(InterfaceAddress::address);
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
        Stream<Cidr> own =
                addresses.stream().filter(a -> device.test(a.device())).map(a -> Cidr.of(a.address()));
        Stream<Cidr> routed = routes.stream()
                .filter(r -> r.kind() == Route.Kind.LOCAL && device.test(r.device()))
                .map(Route::to);
        return AddressSet.of(family, Stream.concat(own, routed).toList());
    }

    /**
     * The broadcast addresses of the networks of links that are up (kernel: fib_add_ifaddr): the last address of each, and
     * another one where it is set; the first address is none.
     */
    public AddressSet broadcast(Family family, Predicate<String> device) {
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
