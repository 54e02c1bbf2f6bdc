package kubenat.model.packet;

/**
 * The node's switches, which no dump shows; MAYBE where they are not known.
 *
 * @param forwarding whether what comes in by an interface is passed on ({@code net.ipv4.ip_forward}); taken to be on, since a
 *     node without it passes nothing on
 * @param routeLocalnet {@code net.ipv4.conf.*.route_localnet}, which kube-proxy sets by default
 * @param strictSource {@code net.ipv4.conf.*.rp_filter} is 1: packets must come in where an answer would go out
 * @param routedSource {@code net.ipv4.conf.*.rp_filter} is 1 or 2: there must be a route for an answer
 * @param tracking whether something outside the rules has switched connection tracking on
 * @param nftables whether iptables-nft loaded the rules, which puts security behind nat in INPUT; taken not to be
 */
public record Settings(
        InterfaceSwitch forwarding,
        InterfaceSwitch routeLocalnet,
        InterfaceSwitch strictSource,
        InterfaceSwitch routedSource,
        Truth tracking,
        Truth nftables) {
    public static final Settings UNKNOWN = new Settings(
            InterfaceSwitch.of(Truth.YES),
            InterfaceSwitch.UNKNOWN,
            InterfaceSwitch.UNKNOWN,
            InterfaceSwitch.UNKNOWN,
            Truth.MAYBE,
            Truth.NO);

    /** The same node, whose rules were loaded by iptables-nft or not. */
    public Settings withNftables(boolean loaded) {
        return new Settings(forwarding, routeLocalnet, strictSource, routedSource, tracking, Truth.of(loaded));
    }
}
