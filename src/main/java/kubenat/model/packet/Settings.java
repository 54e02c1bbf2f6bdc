package kubenat.model.packet;

/**
 * The node's switches, which no dump shows; MAYBE where they are not known.
 *
 * @param forwarding {@code net.ipv4.ip_forward}; taken to be on, since a node without it passes nothing on
 * @param routeLocalnet {@code net.ipv4.conf.*.route_localnet}, which kube-proxy sets by default
 * @param strictSource {@code net.ipv4.conf.*.rp_filter} is 1: packets must come in where an answer would go out
 * @param tracking whether something outside the rules has switched connection tracking on
 * @param nftables whether iptables-nft loaded the rules, which puts security behind nat in INPUT; taken not to be
 */
public record Settings(Truth forwarding, Truth routeLocalnet, Truth strictSource, Truth tracking, Truth nftables) {
    public static final Settings UNKNOWN = new Settings(Truth.YES, Truth.MAYBE, Truth.MAYBE, Truth.MAYBE, Truth.NO);

    /** The same node, whose rules were loaded by iptables-nft or not. */
    public Settings withNftables(boolean loaded) {
        return new Settings(forwarding, routeLocalnet, strictSource, tracking, Truth.of(loaded));
    }
}
