package kubenat.model.match;

import kubenat.model.packet.Condition;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.BadArgument;

/** {@code --ctorigsrcport} and the like: a port of the connection. */
public record ConnectionPort(boolean negated, ConnectionEnd end, NumberSet ports, boolean withState) implements Match {

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
        return packet.protocol().hasPorts() ? end.port(packet, ports) : unknown(packet);
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
