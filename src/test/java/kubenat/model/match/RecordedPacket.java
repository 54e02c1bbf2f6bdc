package kubenat.model.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Connection;
import kubenat.model.packet.ConnectionState;
import kubenat.model.packet.Fact;
import kubenat.model.packet.Family;
import kubenat.model.packet.Header;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.MarkBits;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Protocol;

/** A packet of the recorded conditions, all of it known, as it stands at the hook where it was asked. */
final class RecordedPacket {
    private static final List<String> FLAGS = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR");

    private final Map<String, String> given = new HashMap<>();

    private RecordedPacket(String text) {
        for (String word : text.split(" ")) {
            given.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        }
    }

    static Packet of(String chain, String state, String text) {
        return new RecordedPacket(text).packet(chain, ConnectionState.valueOf(state));
    }

    private Packet packet(String chain, ConnectionState state) {
        Protocol protocol = Protocol.parse(given.get("proto"));
        Header header = new Header(
                AddressSet.of(Address.parse(given.get("src"))),
                NumberSet.of(number("sport", 0)),
                AddressSet.of(Address.parse(given.get("dst"))),
                NumberSet.of(number("dport", 0)));
        boolean sent = !given.containsKey("in");
        InterfaceSet in =
                chain.equals("OUTPUT") ? InterfaceSet.ABSENT : InterfaceSet.named(sent ? "lo" : given.get("in"));
        InterfaceSet out = chain.equals("OUTPUT")
                ? InterfaceSet.named(RecordedNode.device(Address.parse(given.get("dst"))))
                : InterfaceSet.ABSENT;
        Packet packet = Packet.fresh(protocol, header, in)
                .withOut(out)
                .withMark(MarkBits.of(number("mark", 0)))
                .withConnection(Connection.in(Set.of(state)));
        return facts(packet, protocol);
    }

    private Packet facts(Packet packet, Protocol protocol) {
        boolean v6 = packet.family() == Family.IPV6;
        int flags = 0;
        for (String flag : given.getOrDefault("flags", "SYN").split(",")) {
            flags |= 1 << FLAGS.indexOf(flag);
        }
        Packet known = packet.with(Fact.LENGTH, NumberSet.of(number("length", 0)))
                .with(Fact.TTL, NumberSet.of(number("ttl", 64)))
                .with(Fact.TOS, NumberSet.of(number("tos", 0)))
                .with(Fact.UID, NumberSet.of(number("uid", 0)))
                .with(Fact.GID, NumberSet.of(0))
                .with(Fact.ICMP_TYPE, NumberSet.of(number("icmp_type", v6 ? 128 : 8)))
                .with(Fact.ICMP_CODE, NumberSet.of(number("icmp_code", 0)));
        return protocol.equals(Protocol.TCP) ? known.with(Fact.TCP_FLAGS, NumberSet.of(flags)) : known;
    }

    private int number(String name, int otherwise) {
        return Integer.parseInt(given.getOrDefault(name, Integer.toString(otherwise)));
    }
}
