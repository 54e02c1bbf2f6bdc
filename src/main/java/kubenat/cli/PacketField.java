package kubenat.cli;

import java.util.Optional;

/** What can be said of a packet: the option that says it and the field of a {@code --packets} line. */
enum PacketField {
    DESTINATION("--dst", "destination"),
    DESTINATION_PORT("--dst", "destinationPort"),
    SOURCE("--src", "source"),
    SOURCE_PORT("--src", "sourcePort"),
    FROM("--from", "from"),
    PROTOCOL("--proto", "protocol"),
    IN_INTERFACE("--in", "inInterface"),
    MARK("--mark", "mark"),
    CTSTATE("--ctstate", "ctstate"),
    TCP_FLAGS("--tcp-flags", "tcpFlags"),
    ICMP_TYPE("--icmp-type", "icmpType"),
    ICMP_CODE("--icmp-code", "icmpCode"),
    TTL("--ttl", "ttl"),
    LENGTH("--length", "length"),
    TOS("--tos", "tos"),
    UID("--uid", "uid"),
    GID("--gid", "gid");

    private final String option;
    private final String json;

    PacketField(String option, String json) {
        this.option = option;
        this.json = json;
    }

    String option() {
        return option;
    }

    String json() {
        return json;
    }

    /** The field of a {@code --packets} line; empty for a name that is none. */
    static Optional<PacketField> ofJson(String name) {
        for (PacketField field : values()) {
            if (field.json.equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
