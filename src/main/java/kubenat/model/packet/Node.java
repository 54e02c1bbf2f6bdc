package kubenat.model.packet;

import java.util.Map;

/**
 * What is known of the node whose dump this is.
 *
 * @param local addresses that are surely this node's, by family; 127.0.0.0/8 and ::1 always are
 * @param foreign addresses that surely are not
 * @param routing routes and interface addresses, {@link Routing#UNKNOWN} unless given
 * @param sets members of ipsets by name, from {@code ipset save}
 */
public record Node(
        Map<Family, AddressSet> local,
        Map<Family, AddressSet> foreign,
        Routing routing,
        Map<String, IpSet> sets,
        Settings settings) {
    private static final AddressSet LOOPBACK_V4 = AddressSet.of(Cidr.parse("127.0.0.0/8"));
    private static final AddressSet LOOPBACK_V6 = AddressSet.of(Cidr.parse("::1/128"));

    /** A node of which nothing is known but its loopback. */
    public static final Node UNKNOWN = new Node(Map.of(), Map.of(), Routing.UNKNOWN, Map.of());

    public Node {
        local = Map.copyOf(local);
        foreign = Map.copyOf(foreign);
        sets = Map.copyOf(sets);
    }

    /** A node of whose switches nothing is known. */
    public Node(
            Map<Family, AddressSet> local, Map<Family, AddressSet> foreign, Routing routing, Map<String, IpSet> sets) {
        this(local, foreign, routing, sets, Settings.UNKNOWN);
    }

    /** The addresses that surely are this node's. */
    public AddressSet local(Family family) {
        AddressSet loopback = family == Family.IPV4 ? LOOPBACK_V4 : LOOPBACK_V6;
        AddressSet more = local.get(family);
        return more == null ? loopback : loopback.union(more);
    }

    /** The addresses that surely are not this node's. */
    public AddressSet foreign(Family family) {
        AddressSet known = foreign.get(family);
        return known == null ? AddressSet.none(family) : known.minus(local(family));
    }

    public Truth isLocal(Address address) {
        if (local(address.family()).contains(address)) {
            return Truth.YES;
        }
        return foreign(address.family()).contains(address) ? Truth.NO : Truth.MAYBE;
    }

    public Node with(Routing now) {
        return new Node(local, foreign, now, sets, settings);
    }

    public Node withSets(Map<String, IpSet> now) {
        return new Node(local, foreign, routing, now, settings);
    }

    public Node with(Settings now) {
        return new Node(local, foreign, routing, sets, now);
    }
}
