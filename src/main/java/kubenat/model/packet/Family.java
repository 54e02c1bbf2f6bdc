package kubenat.model.packet;

/** The address family of a packet, a table or a dump. */
public enum Family {
    IPV4(32),
    IPV6(128);

    private final int bits;

    Family(int bits) {
        this.bits = bits;
    }

    /** The length of an address in bits: 32 or 128. */
    public int bits() {
        return bits;
    }
}
