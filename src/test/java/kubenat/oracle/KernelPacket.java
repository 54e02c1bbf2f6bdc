package kubenat.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Connection;
import kubenat.model.packet.ConnectionState;
import kubenat.model.packet.Fact;
import kubenat.model.packet.Header;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.MarkBits;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Protocol;
import kubenat.trace.Origin;
import kubenat.trace.SourceClass;

/** A packet of an oracle case, as {@code oracle.py} builds it, and as the tracer's fully known one. */
final class KernelPacket {
    private static final List<String> FLAGS = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");
    private static final int FIN = 1;
    private static final int SYN = 2;
    private static final int RST = 4;
    private static final int ACK = 16;
    private static final int IPV4_HEADER = 20;

    private final JsonNode json;
    private final boolean isLoose;

    /** A packet of a case, whose node may forbid that a connection begins with a bare ACK. */
    KernelPacket(JsonNode json, JsonNode kernelCase) {
        this.json = json;
        this.isLoose = kernelCase
                        .path("node")
                        .path("sysctl")
                        .path("net.netfilter.nf_conntrack_tcp_loose")
                        .asInt(1)
                == 1;
    }

    Origin origin() {
        boolean sent = !json.hasNonNull("in");
        Protocol protocol = Protocol.parse(json.path("proto").asText("tcp"));
        Header header = new Header(
                AddressSet.of(Address.parse(json.get("src").asText())),
                port(protocol, "sport"),
                AddressSet.of(Address.parse(json.get("dst").asText())),
                port(protocol, "dport"));
        InterfaceSet in =
                sent ? InterfaceSet.ABSENT : InterfaceSet.named(json.get("in").asText());
        Packet packet = Packet.fresh(protocol, header, in)
                .withMark(MarkBits.of(json.path("mark").asInt()))
                .withConnection(Connection.in(Set.of(state(protocol))));
        return new Origin(sent ? SourceClass.NODE : SourceClass.OUTSIDE, withFacts(packet));
    }

    private NumberSet port(Protocol protocol, String name) {
        return protocol.hasPorts() ? NumberSet.of(json.path(name).asInt()) : NumberSet.PORTS;
    }

    /**
     * What conntrack makes of it as the first packet of its flow (Linux 6.18: nf_conntrack_proto_tcp and others; udplite
     * that arrives is always invalid, since udplite_error sums it up as UDP).
     */
    private ConnectionState state(Protocol protocol) {
        boolean begins = switch (protocol.number()) {
            case 6 -> flags() == SYN || (flags() & (SYN | FIN | RST)) == 0 && (flags() & ACK) != 0 && isLoose;
            case 1 -> Set.of(8, 13, 15, 17).contains(icmpType(8));
            case 58 -> Set.of(128, 139).contains(icmpType(128));
            case 47 -> false;
            case 136 -> !json.hasNonNull("in");
            default -> true;
        };
        return begins ? ConnectionState.NEW : ConnectionState.INVALID;
    }

    private int flags() {
        int bits = 0;
        for (String flag : json.path("flags").asText("SYN").split(",", -1)) {
            bits |= FLAGS.contains(flag) ? 1 << FLAGS.indexOf(flag) : 0;
        }
        return bits;
    }

    private int icmpType(int usual) {
        return json.path("icmp_type").asInt(usual);
    }

    private Packet withFacts(Packet packet) {
        Packet known = packet.with(Fact.TTL, NumberSet.of(json.path("ttl").asInt(64)))
                .with(Fact.TOS, NumberSet.of(json.path("tos").asInt()))
                .with(Fact.LENGTH, NumberSet.of(length(packet)));
        if (!json.hasNonNull("in")) {
            known = known.with(Fact.UID, NumberSet.of(json.path("uid").asInt())).with(Fact.GID, NumberSet.of(0));
        }
        return switch (packet.protocol().number()) {
            case 6 -> known.with(Fact.TCP_FLAGS, NumberSet.of(flags()));
            case 1 -> icmp(known, 8);
            case 58 -> icmp(known, 128);
            default -> known;
        };
    }

    private Packet icmp(Packet packet, int usual) {
        return packet.with(Fact.ICMP_TYPE, NumberSet.of(icmpType(usual)))
                .with(Fact.ICMP_CODE, NumberSet.of(json.path("icmp_code").asInt()));
    }

    private int length(Packet packet) {
        int data = json.path("data").asText().length();
        int payload = switch (packet.protocol().number()) {
            case 6 -> 20 + data;
            case 17, 136 -> 8 + data;
            case 132 -> 32;
            case 1, 58 -> 16;
            default -> data > 0 ? data : 16;
        };
        return payload + (packet.family() == kubenat.model.packet.Family.IPV4 ? IPV4_HEADER : 40);
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
