package kubenat.model.match;

import java.util.Set;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.ConnectionState;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Split;

/** One address or port of a connection as conntrack keeps it: as it was asked for, or as replies have it. */
public enum ConnectionEnd {
    ORIGINAL_SOURCE("original source"),
    ORIGINAL_DESTINATION("original destination"),
    REPLY_SOURCE("source of replies"),
    REPLY_DESTINATION("destination of replies");

    private final String words;

    ConnectionEnd(String words) {
        this.words = words;
    }

    /** Reads the end out of an option such as {@code --ctorigsrcport}. */
    static ConnectionEnd of(String option) {
        if (option.startsWith("--ctorig")) {
            return option.startsWith("--ctorigsrc") ? ORIGINAL_SOURCE : ORIGINAL_DESTINATION;
        }
        return option.startsWith("--ctreplsrc") ? REPLY_SOURCE : REPLY_DESTINATION;
    }

    private boolean isOriginal() {
        return this == ORIGINAL_SOURCE || this == ORIGINAL_DESTINATION;
    }

    /**
     * Splits tracked packets on whether this end can be read off the packet: for a connection's first packet always, for a later
     * one only what it was asked for, and only on the way of the first.
     */
    Split isKnown(Packet packet) {
        Split first = Split.states(packet, Set.of(ConnectionState.NEW));
        return isOriginal()
                ? first.or(p ->
                        Split.states(p, Set.of(ConnectionState.ESTABLISHED)).and(ConnectionDirection::original))
                : first;
    }

    /** The address, where {@link #isKnown} holds; replies come from where the packet now goes. */
    AddressSet address(Packet packet) {
        return switch (this) {
            case ORIGINAL_SOURCE -> packet.original().source();
            case ORIGINAL_DESTINATION -> packet.original().destination();
            case REPLY_SOURCE -> packet.header().destination();
            case REPLY_DESTINATION -> packet.header().source();
        };
    }

    Packet narrowed(Packet packet, AddressSet to) {
        return switch (this) {
            case ORIGINAL_SOURCE -> packet.narrowOriginalSource(to);
            case ORIGINAL_DESTINATION -> packet.narrowOriginalDestination(to);
            case REPLY_SOURCE -> packet.narrowDestination(to);
            case REPLY_DESTINATION -> packet.narrowSource(to);
        };
    }

    Split port(Packet packet, NumberSet wanted) {
        return switch (this) {
            case ORIGINAL_SOURCE ->
                Split.numbers(packet, packet.original().sourcePort(), wanted, packet::narrowOriginalSourcePort);
            case ORIGINAL_DESTINATION ->
                Split.numbers(
                        packet, packet.original().destinationPort(), wanted, packet::narrowOriginalDestinationPort);
            case REPLY_SOURCE -> Split.destinationPort(packet, wanted);
            case REPLY_DESTINATION -> Split.sourcePort(packet, wanted);
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
