package kubenat.kube;

/** How far an endpoint can be read from the rules. */
public enum EndpointState {
    /** The address is in the DNAT rule. */
    READ("read"),
    /** The DNAT rule is garbled; the address is from the hairpin rule, the port from the hash in the chain's name. */
    RECOVERED("recovered"),
    /** The DNAT rule is garbled or absent, and nothing else tells the address. */
    UNREADABLE("unreadable"),
    /** The jump leads to a chain that the dump does not declare. */
    MISSING_CHAIN("missing chain"),
    /** kube-proxy itself takes the packets, on a port of its own, and chooses the Pod (Kubernetes 1.0 and 1.1). */
    USERSPACE_PROXY("userspace proxy");

    private final String words;

    EndpointState(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
