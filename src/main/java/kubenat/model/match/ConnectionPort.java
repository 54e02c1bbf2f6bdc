package kubenat.model.match;

import java.util.Set;
import kubenat.model.packet.Condition;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Protocol;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.BadArgument;

/** {@code --ctorigsrcport} and the like: a port of the connection. */
public record ConnectionPort(boolean negated, ConnectionEnd end, NumberSet ports, boolean withState) implements Match {

    /** Conntrack keeps an ICMP message's type and id, and GRE's key, as ports; of other protocols without ports it has 0. */
    private static final Set<Protocol> OF_THEIR_OWN = Set.of(Protocol.ICMP, Protocol.ICMPV6, new Protocol(47));

    static ConnectionPort of(Argument argument, boolean withState) {
        NumberSet ports = Transport.PortText.read(argument.word())
                .orElseThrow(() -> new BadArgument(argument.option(), "a port or a range such as 8000:8080"));
        return new ConnectionPort(argument.negated(), ConnectionEnd.of(argument.option()), ports, withState);
    }

    @Override
    public Split split(Packet packet, Site site) {
        return Conntrack.whereTracked(
                packet,
                withState,
                p -> end.isKnown(p).choose(this::known, this::unknown).negatedIf(negated));
    }

    private Split known(Packet packet) {
        if (packet.protocol().hasPorts()) {
            return end.port(packet, ports);
        }
        return OF_THEIR_OWN.contains(packet.protocol()) ? unknown(packet) : Split.of(ports.contains(0), packet);
    }

    private Split unknown(Packet packet) {
        return Split.opaque(
                packet,
                Condition.opaque("connection", end + " port " + ports, "the port of the " + end + " is " + ports));
    }

    @Override
    public boolean tracksConnections() {
        return true;
    }

    @Override
    public String words() {
        return end + (negated ? " not port " : " port ") + ports;
    }
}
