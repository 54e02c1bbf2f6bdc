package kubenat.model.match;

import java.util.Locale;
import java.util.Set;
import kubenat.model.packet.Condition;
import kubenat.model.packet.ConnectionState;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.BadArgument;

/** {@code --ctdir}: the packet goes the way of the connection's first packet, or is a reply. */
public record ConnectionDirection(boolean reply, boolean withState) implements Match {
    private static final Condition ORIGINAL =
            Condition.opaque("ctdir", "ORIGINAL", "the packet goes the way of the connection's first");

    static ConnectionDirection of(Argument argument, boolean withState) {
        String word = argument.word().toUpperCase(Locale.ROOT);
        if (!word.equals("ORIGINAL") && !word.equals("REPLY")) {
            throw new BadArgument(argument.option(), "ORIGINAL or REPLY");
        }
        return new ConnectionDirection(word.equals("REPLY"), withState);
    }

    /** Splits a tracked packet on whether it goes the way of the first. */
    static Split original(Packet packet) {
        return Split.states(packet, Set.of(ConnectionState.NEW)).or(p -> Split.opaque(p, ORIGINAL));
    }

    @Override
    public Split split(Packet packet, Site site) {
        return Conntrack.whereTracked(packet, withState, p -> original(p).negatedIf(reply));
    }

    @Override
    public boolean tracksConnections() {
        return true;
    }

    @Override
    public String words() {
        return reply ? "a reply" : "in the connection's first direction";
    }
}
