package kubenat.model.packet;

/** A number in a packet, or about its sender, that rules ask for beside addresses and ports. */
public enum Fact {
    TCP_FLAGS(0, 255, "TCP flags"),
    ICMP_TYPE(0, 255, "ICMP type"),
    ICMP_CODE(0, 255, "ICMP code"),
    TTL(0, 255, "time to live"),
    LENGTH(0, 65535, "length"),
    TOS(0, 255, "type of service"),
    UID(0, Integer.MAX_VALUE, "user id of the sender"),
    GID(0, Integer.MAX_VALUE, "group id of the sender");

    private final NumberSet any;
    private final String words;

    Fact(int least, int most, String words) {
        this.any = NumberSet.range(least, most);
        this.words = words;
    }

    /** All values it can have. */
    public NumberSet any() {
        return any;
    }

    public String words() {
        return words;
    }
}
