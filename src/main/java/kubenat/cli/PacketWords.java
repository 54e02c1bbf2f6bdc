package kubenat.cli;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kubenat.kube.Question;
import kubenat.kube.ServiceEntry;
import kubenat.model.match.TcpFlags;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.ConnectionState;
import kubenat.model.packet.Fact;
import kubenat.model.packet.Facts;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.MarkBits;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Numbers;
import kubenat.trace.SourceClass;

/** What a user said of a packet, word for word; options and lines of {@code --packets} end here alike. */
record PacketWords(Map<PacketField, String> words) {
    PacketWords {
        Map<PacketField, String> copy = new EnumMap<>(PacketField.class);
        copy.putAll(words);
        words = copy;
    }

    /** A packet to one of a Service's addresses. */
    static PacketWords to(ServiceEntry entry, Optional<Protocol> protocol) {
        Map<PacketField, String> words = new EnumMap<>(PacketField.class);
        words.put(PacketField.DESTINATION, entry.place());
        protocol.ifPresent(known -> words.put(PacketField.PROTOCOL, known.toString()));
        return new PacketWords(words);
    }

    /** Where the packet is to go. */
    Destination destination() throws BadField {
        String text = words.getOrDefault(PacketField.DESTINATION, "");
        Destination read = Destination.read(text);
        String port = words.get(PacketField.DESTINATION_PORT);
        if (port == null || !(read instanceof Destination.Socket socket)) {
            return read;
        }
        return new Destination.Socket(socket.address(), number(PacketField.DESTINATION_PORT, port, 65535));
    }

    /** The protocol, where it was given. */
    Optional<Protocol> protocol() throws BadField {
        String word = words.get(PacketField.PROTOCOL);
        try {
            return Optional.ofNullable(word).map(Protocol::parse);
        } catch (IllegalArgumentException unknown) {
            throw new BadField(PacketField.PROTOCOL, word + ": not a protocol such as tcp, udp, sctp, icmp");
        }
    }

    /** Refuses a port where the protocol has none: it would be asked for nowhere. */
    private void checkPorts(Protocol protocol) throws BadField {
        if (protocol.hasPorts()) {
            return;
        }
        for (PacketField field : List.of(PacketField.DESTINATION_PORT, PacketField.SOURCE_PORT)) {
            if (words.containsKey(field)) {
                throw new BadField(field, words.get(field) + ": " + protocol + " has no ports");
            }
        }
        for (PacketField field : List.of(PacketField.DESTINATION, PacketField.SOURCE)) {
            String text = words.getOrDefault(field, "");
            if (hasPort(text)) {
                throw new BadField(field, text + ": " + protocol + " has no ports");
            }
        }
    }

    private static boolean hasPort(String text) throws BadField {
        if (text.isEmpty() || text.indexOf('/') >= 0) {
            return false;
        }
        Destination read = Destination.read(text);
        return !(read instanceof Destination.Socket socket) || !socket.ports().isAnyPort();
    }

    /** The question about a packet to an address; what was not said stays open. */
    Question question(Protocol protocol, Address destination, NumberSet ports) throws BadField {
        Source source = source(destination);
        checkPorts(protocol);
        return new Question(
                protocol,
                destination,
                ports,
                source.addresses(),
                source.ports(),
                from(),
                words.containsKey(PacketField.IN_INTERFACE)
                        ? InterfaceSet.named(words.getOrDefault(PacketField.IN_INTERFACE, ""))
                        : InterfaceSet.ANY,
                mark(),
                states(),
                facts(),
                false);
    }

    private record Source(Optional<AddressSet> addresses, NumberSet ports) {}

    private Source source(Address destination) throws BadField {
        String text = words.get(PacketField.SOURCE);
        NumberSet given = words.containsKey(PacketField.SOURCE_PORT)
                ? number(PacketField.SOURCE_PORT, words.getOrDefault(PacketField.SOURCE_PORT, ""), 65535)
                : NumberSet.PORTS;
        if (text == null) {
            return new Source(Optional.empty(), given);
        }
        Source read = source(text, given);
        if (read.addresses().orElseThrow().family() != destination.family()) {
            throw new BadField(PacketField.SOURCE, text + ": not of the destination's address family");
        }
        return read;
    }

    private static Source source(String text, NumberSet given) throws BadField {
        Optional<Cidr> network = Cidr.read(text);
        if (network.isPresent()) {
            return new Source(Optional.of(AddressSet.of(network.get())), given);
        }
        try {
            if (text.indexOf('/') < 0 && Destination.read(text) instanceof Destination.Socket socket) {
                return new Source(Optional.of(AddressSet.of(socket.address())), socket.ports());
            }
        } catch (BadField fallsThrough) {
            // The words below say what a source may look like; a destination may be more.
        }
        throw new BadField(PacketField.SOURCE, text + ": not ADDRESS[:PORT], [IPV6]:PORT or NETWORK/LENGTH");
    }

    private Set<SourceClass> from() throws BadField {
        Set<SourceClass> classes = EnumSet.noneOf(SourceClass.class);
        for (String word : list(PacketField.FROM)) {
            classes.add(named(PacketField.FROM, word, SourceClass.values(), "outside, pod, endpoint or node"));
        }
        return classes;
    }

    private Set<ConnectionState> states() throws BadField {
        Set<ConnectionState> states = EnumSet.noneOf(ConnectionState.class);
        for (String word : list(PacketField.CTSTATE)) {
            states.add(named(
                    PacketField.CTSTATE,
                    word,
                    ConnectionState.values(),
                    "NEW, ESTABLISHED, RELATED, INVALID or UNTRACKED"));
        }
        return states.isEmpty() ? EnumSet.of(ConnectionState.NEW) : states;
    }

    private String[] list(PacketField field) {
        String text = words.getOrDefault(field, "");
        return text.isEmpty() ? new String[0] : text.split(",", -1);
    }

    private static <E extends Enum<E>> E named(PacketField field, String word, E[] values, String expected)
            throws BadField {
        for (E value : values) {
            if (value.name().equals(word.toUpperCase(Locale.ROOT))) {
                return value;
            }
        }
        throw new BadField(field, word + ": not " + expected);
    }

    private MarkBits mark() throws BadField {
        String text = words.getOrDefault(PacketField.MARK, "0");
        int[] bits = Numbers.valueAndMask(text)
                .orElseThrow(() -> new BadField(PacketField.MARK, text + ": not a mark such as 0x4000"));
        return new MarkBits(bits[0], bits[1]);
    }

    private Facts facts() throws BadField {
        Facts facts = Facts.NONE;
        for (Fact fact : Fact.values()) {
            PacketField field = PacketField.valueOf(fact.name());
            String text = words.get(field);
            if (text != null) {
                facts = facts.with(fact, fact == Fact.TCP_FLAGS ? flags(text) : number(field, text, highest(fact)));
            }
        }
        return facts;
    }

    private static int highest(Fact fact) {
        return fact == Fact.LENGTH ? 65535 : fact == Fact.UID || fact == Fact.GID ? Integer.MAX_VALUE : 255;
    }

    private static NumberSet flags(String text) throws BadField {
        try {
            return NumberSet.of(TcpFlags.flags(text.toUpperCase(Locale.ROOT)));
        } catch (BadArgument wrong) {
            throw new BadField(PacketField.TCP_FLAGS, text + ": not TCP flags such as SYN or SYN,ACK");
        }
    }

    private static NumberSet number(PacketField field, String text, int highest) throws BadField {
        return Numbers.range(text, highest)
                .orElseThrow(() -> new BadField(field, text + ": not a number from 0 to " + highest));
    }
}
