package kubenat.model.packet;

import java.util.EnumSet;
import java.util.Set;

/**
 * What conntrack knows of the packet's connection: the states it may be in, its mark, and what has been translated.
 *
 * @param states the states that are possible; one when known
 * @param mark the connection mark, 0 for a new connection
 * @param destinationTranslated whether DNAT or REDIRECT has happened
 * @param sourceTranslated whether SNAT or MASQUERADE has happened
 */
public record Connection(
        Set<ConnectionState> states, MarkBits mark, boolean destinationTranslated, boolean sourceTranslated) {
    /** The first packet of a connection, the only one that the nat table sees. */
    public static final Connection FIRST = in(EnumSet.of(ConnectionState.NEW));

    public Connection {
        states = Set.copyOf(EnumSet.copyOf(states));
    }

    /** A connection in one of the states; its mark is known to be 0 only for a new or untracked one. */
    public static Connection in(Set<ConnectionState> states) {
        boolean fresh = !states.contains(ConnectionState.ESTABLISHED) && !states.contains(ConnectionState.RELATED);
        return new Connection(states, fresh ? MarkBits.ZERO : MarkBits.unknown("the connection's mark"), false, false);
    }

    public Connection withStates(Set<ConnectionState> now) {
        return new Connection(now, mark, destinationTranslated, sourceTranslated);
    }

    public Connection withMark(MarkBits now) {
        return new Connection(states, now, destinationTranslated, sourceTranslated);
    }

    public Connection withDestinationTranslated() {
        return new Connection(states, mark, true, sourceTranslated);
    }

    public Connection withSourceTranslated() {
        return new Connection(states, mark, destinationTranslated, true);
    }

    /** Whether conntrack knows the connection: surely, surely not, or depending on the state. */
    public Truth isTracked() {
        boolean never = states.stream().allMatch(ConnectionState::isWithoutConnection);
        boolean always = states.stream().noneMatch(ConnectionState::isWithoutConnection);
        return never ? Truth.NO : always ? Truth.YES : Truth.MAYBE;
    }

    /** Whether this is surely the first packet of the connection. */
    public boolean isFirst() {
        return states.equals(EnumSet.of(ConnectionState.NEW));
    }
}
