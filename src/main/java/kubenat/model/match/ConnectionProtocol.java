package kubenat.model.match;

import java.util.Set;
import kubenat.model.packet.Condition;
import kubenat.model.packet.ConnectionState;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Protocol;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.BadArgument;

/** {@code --ctproto}: the protocol of the connection; for an ICMP error that is the one it reports on. */
public record ConnectionProtocol(boolean negated, Protocol protocol, boolean withState) implements Match {

    static ConnectionProtocol of(Argument argument, boolean withState) {
        try {
            return new ConnectionProtocol(argument.negated(), Protocol.parse(argument.word()), withState);
        } catch (IllegalArgumentException unknown) {
            throw new BadArgument(argument.option(), "a protocol's name or number, such as tcp");
        }
    }

    @Override
    public Split split(Packet packet, Site site) {
        return Conntrack.whereTracked(packet, withState, p -> tracked(p).negatedIf(negated));
    }

    private Split tracked(Packet packet) {
        boolean icmp =
                packet.protocol().equals(Protocol.ICMP) || packet.protocol().equals(Protocol.ICMPV6);
        boolean same = protocol.equals(packet.protocol());
        Condition reported =
                Condition.opaque("ctproto", protocol.toString(), "the connection it is about is " + protocol);
        return Split.states(packet, Set.of(ConnectionState.RELATED))
                .choose(p -> icmp ? Split.opaque(p, reported) : Split.of(same, p), p -> Split.of(same, p));
    }

    @Override
    public boolean tracksConnections() {
        return true;
    }

    @Override
    public String words() {
        return (negated ? "not " : "") + protocol + " connection";
    }
}
