package kubenat.model.packet;

import java.util.Optional;

/**
 * One route of the node.
 *
 * @param device the interface it leads to; empty text for a route that leads nowhere
 * @param via the next hop, absent on a link
 * @param source the source address that the route prefers
 * @param table the table that it stands in: {@code main} unless said otherwise
 */
public record Route(
        Kind kind, Cidr to, String device, Optional<Address> via, Optional<Address> source, int metric, String table) {
    /** The table that the kernel keeps of the node's own addresses. */
    public static final String LOCAL = "local";
    /** The table of routes that every packet asks. */
    public static final String MAIN = "main";
    /** The table that is asked last. */
    public static final String DEFAULT = "default";

    /** Whether it makes addresses the node's own; in a table that rules choose, such a route only delivers. */
    public boolean isOwn() {
        return kind == Kind.LOCAL && (table.equals(LOCAL) || table.equals(MAIN));
    }

    /** What a route does with a packet (man ip-route, iproute2 6.1). */
    public enum Kind {
        UNICAST,
        LOCAL,
        BROADCAST,
        ANYCAST,
        MULTICAST,
        BLACKHOLE,
        UNREACHABLE,
        PROHIBIT,
        THROW
    }
}
