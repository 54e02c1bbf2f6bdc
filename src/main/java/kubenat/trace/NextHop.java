package kubenat.trace;

import kubenat.model.packet.Family;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Route;

/**
 * Where a route leads.
 *
 * @param device empty if it leads nowhere
 * @param isSilent whether the sender of a packet that goes nowhere is not told
 * @param why it leads nowhere; else empty
 */
record NextHop(String device, boolean isSilent, String why) {

    /** The answers of the kernel (Linux 6.18): ip_error and ip6_pkt_discard. */
    static NextHop of(RouteLookup.Found found, Family family) {
        String to = found.state().packet().header().destination().ranges().stream()
                .findFirst()
                .orElse("it");
        if (found.route().isEmpty()) {
            return told("no route to " + to, family == Family.IPV4 ? "icmp-net-unreachable" : "icmp6-no-route");
        }
        Route route = found.route().get();
        String what =
                "the route to " + route.to() + " is " + route.kind().toString().toLowerCase(java.util.Locale.ROOT);
        return switch (route.kind()) {
            case BLACKHOLE -> new NextHop("", true, what);
            case UNREACHABLE -> told(what, family == Family.IPV4 ? "icmp-host-unreachable" : "icmp6-no-route");
            case PROHIBIT -> told(what, family == Family.IPV4 ? "icmp-admin-prohibited" : "icmp6-adm-prohibited");
            default -> new NextHop(route.device(), false, "");
        };
    }

    /** The kernel takes routes by the in-interface alone to ::1 (rt6_need_strict); to that one, by experiment, it does pass on. */
    static NextHop onLink(RouteLookup.Found found, Packet packet) {
        NextHop hop = of(found, packet.family());
        boolean byAnother =
                packet.in().name().filter(in -> !in.equals(hop.device())).isPresent();
        return byAnother ? told("no route to ::1 by another interface than the packet's", "icmp6-no-route") : hop;
    }

    private static NextHop told(String what, String icmp) {
        return new NextHop("", false, what + " (" + icmp + ")");
    }
}
