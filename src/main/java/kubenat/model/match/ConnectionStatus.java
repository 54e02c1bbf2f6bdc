package kubenat.model.match;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import kubenat.model.packet.Condition;
import kubenat.model.packet.ConnectionState;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.BadArgument;

/**
 * {@code --ctstatus}: one of these marks of the connection's life. {@code NONE} asks for no bit and never holds; what this node
 * sends to itself is confirmed by the time it comes in by lo (by experiment on Linux 6.18).
 */
public record ConnectionStatus(boolean negated, Set<Status> statuses, boolean withState) implements Match {
    /** What a connection can have gone through. */
    public enum Status {
        EXPECTED,
        SEEN_REPLY,
        ASSURED,
        CONFIRMED
    }

    public ConnectionStatus {
        Set<Status> copy = EnumSet.noneOf(Status.class);
        copy.addAll(statuses);
        statuses = Collections.unmodifiableSet(copy);
    }

    static ConnectionStatus of(Argument argument, boolean withState) {
        Set<Status> statuses = EnumSet.noneOf(Status.class);
        for (String word : argument.word().toUpperCase(Locale.ROOT).split(",", -1)) {
            if (!word.equals("NONE")) {
                statuses.add(Arrays.stream(Status.values())
                        .filter(status -> status.name().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new BadArgument(argument.option(), "statuses such as ASSURED,CONFIRMED")));
            }
        }
        return new ConnectionStatus(argument.negated(), statuses, withState);
    }

    @Override
    public Split split(Packet packet, Site site) {
        return Conntrack.whereTracked(packet, withState, p -> tracked(p).negatedIf(negated));
    }

    private Split tracked(Packet packet) {
        Split any = Split.no(packet);
        for (Status status : statuses) {
            any = any.or(p -> has(p, status));
        }
        return any;
    }

    private static Split has(Packet packet, Status status) {
        Condition open = Condition.opaque("ctstatus", status.name(), "the connection is " + words(status));
        return Split.states(packet, Set.of(ConnectionState.NEW))
                .choose(
                        p -> status == Status.CONFIRMED ? Split.in(p, Arrival.LOOPBACK) : Split.no(p),
                        p -> Split.states(p, Set.of(ConnectionState.ESTABLISHED))
                                .choose(q -> established(q, status, open), q -> Split.opaque(q, open)));
    }

    private static Split established(Packet packet, Status status, Condition open) {
        boolean sure = status == Status.SEEN_REPLY || status == Status.CONFIRMED;
        return sure ? Split.yes(packet) : Split.opaque(packet, open);
    }

    private static String words(Status status) {
        return switch (status) {
            case EXPECTED -> "expected by a helper";
            case SEEN_REPLY -> "answered";
            case ASSURED -> "assured";
            case CONFIRMED -> "confirmed";
        };
    }

    @Override
    public boolean tracksConnections() {
        return true;
    }

    @Override
    public String words() {
        String any = statuses.isEmpty()
                ? "of status NONE, which no connection has"
                : statuses.stream().map(ConnectionStatus::words).collect(Collectors.joining(" or "));
        return "connection " + (negated ? "not " : "") + any;
    }
}
