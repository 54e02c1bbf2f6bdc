package kubenat.kube;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kubenat.model.match.AddressTypes;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Connection;
import kubenat.model.packet.ConnectionState;
import kubenat.model.packet.Fact;
import kubenat.model.packet.Facts;
import kubenat.model.packet.Family;
import kubenat.model.packet.Header;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Protocol;
import kubenat.model.packet.Route;
import kubenat.trace.Assumption;
import kubenat.trace.SourceClass;

/** The packets of each source class that a question is about. */
final class Origins {
    private static final NumberSet SYN = NumberSet.of(2);

    private final Question question;
    private final Network network;
    private final Family family;

    Origins(Question question, Network network) {
        this.question = question;
        this.network = network;
        this.family = question.destination().family();
    }

    /** The packet as asked about, from anywhere. */
    Packet asked() {
        return packet(question, question.source().orElse(AddressSet.all(family)));
    }

    /** The packets of the classes that have some; the endpoints' own are found among the Pods' and others' afterwards. */
    Map<SourceClass, Packet> packets(List<Assumption> assumptions) {
        Map<SourceClass, Packet> packets = new EnumMap<>(SourceClass.class);
        for (SourceClass from : classes()) {
            AddressSet sources = question.source().orElseGet(() -> sources(from));
            if (!sources.isEmpty()) {
                packets.put(from, of(from, sources));
            }
        }
        if (packets.containsKey(SourceClass.NODE) && question.source().isEmpty() && !network.complete()) {
            assumeNodeSource(assumptions);
        }
        return packets;
    }

    private void assumeNodeSource(List<Assumption> assumptions) {
        if (!network.pods().isEmpty()) {
            assumptions.add(new Assumption(
                    "this node sends from an address outside the Pod network",
                    "default",
                    "its routes are not known; --addr and --route say them"));
        }
    }

    /** The classes to follow; hairpin packets come from Pods or, where those are not told apart, from outside. */
    private Set<SourceClass> classes() {
        Set<SourceClass> wanted = EnumSet.noneOf(SourceClass.class);
        wanted.addAll(question.from().isEmpty() ? fitting() : question.from());
        if (wanted.remove(SourceClass.ENDPOINT)) {
            wanted.add(SourceClass.POD);
            wanted.add(SourceClass.OUTSIDE);
        }
        if (!question.in().equals(InterfaceSet.ANY) && question.from().isEmpty()) {
            wanted.remove(SourceClass.NODE);
        }
        return wanted;
    }

    /** All classes, or the one that a given source belongs to. */
    private Set<SourceClass> fitting() {
        if (question.source().isEmpty()) {
            return EnumSet.of(SourceClass.OUTSIDE, SourceClass.POD, SourceClass.NODE);
        }
        AddressSet source = question.source().get();
        if (network.local(question.destination()).containsAll(source)) {
            return EnumSet.of(SourceClass.NODE);
        }
        return EnumSet.of(
                !network.pods().isEmpty() && network.pods().containsAll(source)
                        ? SourceClass.POD
                        : SourceClass.OUTSIDE);
    }

    private AddressSet sources(SourceClass from) {
        AddressSet away = AddressSet.all(family).minus(network.local(question.destination()));
        return switch (from) {
            case OUTSIDE -> away.minus(network.pods());
            case POD, ENDPOINT ->
                network.pods().isEmpty() ? away : network.pods().intersect(away);
            case NODE -> sent();
        };
    }

    /** The source that the kernel chooses: the destination itself when that is local, else what the route says. */
    private AddressSet sent() {
        Address destination = question.destination();
        AddressSet local = network.local(destination);
        if (local.contains(destination)) {
            return AddressSet.of(destination);
        }
        if (network.node().routing().known()) {
            return network.node()
                    .routing()
                    .to(destination)
                    .flatMap(route -> chosen(route, destination))
                    .map(AddressSet::of)
                    .orElse(local);
        }
        AddressSet loopback = set("127.0.0.0/8", "::1");
        return network.complete() ? local.minus(loopback) : possible().minus(loopback);
    }

    /** Addresses that this node may have: none of a Pod or surely another's, no group, not everybody's or nobody's. */
    private AddressSet possible() {
        return AddressSet.all(family)
                .minus(network.pods())
                .minus(network.node().foreign(family))
                .minus(set("224.0.0.0/4", "ff00::/8"))
                .minus(set("0.0.0.0/8", "::"))
                .minus(set("255.255.255.255", "ff00::/8"));
    }

    private AddressSet set(String ofV4, String ofV6) {
        return AddressSet.of(Cidr.parse(family == Family.IPV4 ? ofV4 : ofV6));
    }

    private java.util.Optional<Address> chosen(Route route, Address destination) {
        return route.source()
                .or(() -> network.node()
                        .routing()
                        .sourceOn(route.device(), route.via().orElse(destination)));
    }

    private Packet of(SourceClass from, AddressSet sources) {
        Packet packet = packet(question, sources);
        boolean sent = from == SourceClass.NODE;
        Packet placed = sent ? packet.withIn(InterfaceSet.ABSENT) : packet;
        return placed.with(AddressTypes.localCondition(sources, true), sent);
    }

    /** The packet of a question with these sources. */
    static Packet packet(Question question, AddressSet sources) {
        Header header =
                new Header(sources, question.sourcePorts(), AddressSet.of(question.destination()), question.ports());
        Packet packet = Packet.fresh(question.protocol(), header, question.in())
                .withMark(question.mark())
                .withConnection(Connection.in(question.states()));
        for (Map.Entry<Fact, NumberSet> fact : facts(question).known().entrySet()) {
            packet = packet.with(fact.getKey(), fact.getValue());
        }
        return packet;
    }

    /** A new TCP connection begins with a SYN, a new ICMP one with an echo request, unless something else was given. */
    private static Facts facts(Question question) {
        Facts facts = question.facts();
        if (!question.states().equals(Set.of(ConnectionState.NEW))) {
            return facts;
        }
        if (question.protocol().equals(Protocol.TCP) && !facts.known().containsKey(Fact.TCP_FLAGS)) {
            return facts.with(Fact.TCP_FLAGS, SYN);
        }
        boolean ping =
                question.protocol().equals(Protocol.ICMP) || question.protocol().equals(Protocol.ICMPV6);
        if (ping && !facts.known().containsKey(Fact.ICMP_TYPE)) {
            int echo = question.protocol().equals(Protocol.ICMP) ? 8 : 128;
            return facts.with(Fact.ICMP_TYPE, NumberSet.of(echo)).with(Fact.ICMP_CODE, NumberSet.of(0));
        }
        return facts;
    }
}
