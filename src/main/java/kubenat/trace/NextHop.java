package kubenat.trace;

import java.util.Locale;
import java.util.Optional;
import kubenat.model.packet.Family;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Route;

/**
 * Where a route leads.
 *
 * @param out by which interface; absent if it leads nowhere
 * @param isSilent whether the sender of a packet that goes nowhere is not told
 * @param why it leads nowhere; else empty
 */
record NextHop(Optional<InterfaceSet> out, boolean isSilent, String why) {

    /** The answers of the kernel (Linux 6.18): ip_error and ip6_pkt_discard. */
    static NextHop of(RouteLookup.Found found, Family family) {
        if (found.by() == RouteLookup.By.UNKNOWN) {
            return by(Forwarding.OPEN);
        }
        String to = found.state().packet().header().destination().ranges().stream()
                .findFirst()
                .orElse("it");
        if (found.route().isEmpty()) {
            return told("no route to " + to, netUnreachable(family));
        }
        Route route = found.route().get();
        boolean isRule = found.by() == RouteLookup.By.RULE;
        String what = "the route to %s is %s"
                .formatted(
                        isRule ? to + ", by ip " + route.table() + "," : route.to(),
                        route.kind().toString().toLowerCase(Locale.ROOT));
        return switch (route.kind()) {
            case BLACKHOLE -> new NextHop(Optional.empty(), true, what);
            case UNREACHABLE -> told(what, isRule ? netUnreachable(family) : hostUnreachable(family));
            case PROHIBIT -> told(what, family == Family.IPV4 ? "icmp-admin-prohibited" : "icmp6-adm-prohibited");
            default -> by(InterfaceSet.named(route.device()));
        };
    }

    /** Whether it leads to the node itself. */
    static boolean isDelivery(Route route) {
        return route.kind() == Route.Kind.LOCAL || route.kind() == Route.Kind.ANYCAST;
    }

    private static String netUnreachable(Family family) {
        return family == Family.IPV4 ? "icmp-net-unreachable" : "icmp6-no-route";
    }

    private static String hostUnreachable(Family family) {
        return family == Family.IPV4 ? "icmp-host-unreachable" : "icmp6-no-route";
    }

    /** The kernel takes routes by the in-interface alone to ::1 (rt6_need_strict); to that one, by experiment, it does pass on. */
    static NextHop onLink(RouteLookup.Found found, Packet packet) {
        NextHop hop = of(found, packet.family());
        boolean byAnother = packet.in()
                .name()
                .filter(in -> !hop.out().flatMap(InterfaceSet::name).equals(Optional.of(in)))
                .isPresent();
        return byAnother ? told("no route to ::1 by another interface than the packet's", "icmp6-no-route") : hop;
    }

    private static NextHop by(InterfaceSet out) {
        return new NextHop(Optional.of(out), false, "");
    }

    private static NextHop told(String what, String icmp) {
        return new NextHop(Optional.empty(), false, what + " (" + icmp + ")");
    }
}
