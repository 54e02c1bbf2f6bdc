package kubenat.lint.space;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Connection;
import kubenat.model.packet.ConnectionState;
import kubenat.model.packet.Header;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.MarkBits;
import kubenat.model.packet.Node;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Protocol;
import kubenat.trace.Origin;
import kubenat.trace.SourceClass;
import kubenat.trace.Tracer;

/** Which rules the tracer says that a random packet meets. */
final class MetRules {
    private static final List<String> ADDRESSES = List.of(
            "9.255.255.255",
            "10.0.0.0",
            "10.1.2.3",
            "10.1.2.4",
            "10.127.255.255",
            "10.128.0.0",
            "10.255.255.255",
            "11.0.0.0",
            "127.0.0.1");

    private MetRules() {}

    /** The places of the rules that some packet met; its values are the edges of those that {@link DenseDump} uses. */
    static Set<String> of(Ruleset ruleset, Random random) {
        boolean sent = random.nextInt(3) == 0;
        Header header = new Header(
                AddressSet.of(Address.parse(one(random, ADDRESSES))),
                NumberSet.of(one(random, List.of(0, 1023, 1024, 65535))),
                AddressSet.of(Address.parse(one(random, ADDRESSES))),
                NumberSet.of(one(random, List.of(0, 79, 80, 81, 443, 1023, 1024, 65535))));
        Packet packet = Packet.fresh(
                        Protocol.parse(one(random, List.of("tcp", "udp", "icmp", "sctp"))),
                        header,
                        sent
                                ? InterfaceSet.ABSENT
                                : InterfaceSet.named(one(random, List.of("eth0", "eth1", "cali1", "cal", "lo"))))
                .withMark(MarkBits.of(one(random, List.of(0, 1, 2, 3, 0x4000, 0x4001, -1))))
                .withConnection(Connection.in(EnumSet.of(one(random, List.of(ConnectionState.values())))));
        Origin origin = new Origin(sent ? SourceClass.NODE : SourceClass.OUTSIDE, packet);
        Set<String> met = new HashSet<>();
        new Tracer(ruleset, Node.UNKNOWN, false)
                .walk(origin)
                .outcomes()
                .forEach(outcome -> outcome.path().stream()
                        .flatMap(step -> step.rule().stream())
                        .map(Rule::place)
                        .forEach(met::add));
        return met;
    }

    private static <T> T one(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
