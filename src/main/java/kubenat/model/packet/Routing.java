package kubenat.model.packet;

import java.util.List;
import java.util.Optional;

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
}
