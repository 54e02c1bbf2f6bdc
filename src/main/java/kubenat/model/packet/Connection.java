package kubenat.model.packet;

import java.util.EnumSet;
import java.util.Set;

/**
 * What conntrack knows of the packet's connection: the states it may be in, its mark, and what has been translated.
 *
 * @param states the states that are possible; one when known
 * @param mark the connection mark, 0 for a new connection
 * @param destination whether the packet's destination has been rewritten, and by what
 * @param source whether its source has
 */
public record Connection(Set<ConnectionState> states, MarkBits mark, Rewriting destination, Rewriting source) {
    /** The first packet of a connection, the only one that the nat table sees. */
    public static final Connection FIRST = in(EnumSet.of(ConnectionState.NEW));

    public Connection {
        states = Set.copyOf(EnumSet.copyOf(states));
    }

    /** A connection in one of the states; its mark is known to be 0 only for a new or untracked one. */
    public static Connection in(Set<ConnectionState> states) {
        boolean fresh = !states.contains(ConnectionState.ESTABLISHED) && !states.contains(ConnectionState.RELATED);
        return new Connection(
                states,
                fresh ? MarkBits.ZERO : MarkBits.unknown("the connection's mark"),
                Rewriting.NONE,
                Rewriting.NONE);
    }

    public Connection withStates(Set<ConnectionState> now) {
        return new Connection(now, mark, destination, source);
    }

    public Connection withMark(MarkBits now) {
        return new Connection(states, now, destination, source);
    }

    public Connection withDestination(Rewriting by) {
        return new Connection(states, mark, by, source);
    }

    public Connection withSource(Rewriting by) {
        return new Connection(states, mark, destination, by);
    }

    /** Whether DNAT or REDIRECT has happened. */
    public boolean destinationTranslated() {
        return destination == Rewriting.NAT;
    }

    /** Whether SNAT or MASQUERADE has happened. */
    public boolean sourceTranslated() {
        return source == Rewriting.NAT;
    }

    /** Whether the destination is another than the packet came with, so that what rules ask of it says nothing of that one. */
    public boolean destinationRewritten() {
        return destination != Rewriting.NONE;
    }

    /** Whether the source is another than the packet came with. */
    public boolean sourceRewritten() {
        return source != Rewriting.NONE;
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
