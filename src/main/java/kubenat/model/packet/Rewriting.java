package kubenat.model.packet;

/** What has rewritten an address of a packet. */
public enum Rewriting {
    NONE,
    /** A target of nat: conntrack knows, and turns the answers back. */
    NAT,
    /** SNPT or DNPT, packet by packet: conntrack does not know. */
    PREFIX
}
