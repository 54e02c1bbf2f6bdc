package kubenat.lint.space;

import java.util.List;
import java.util.Optional;
import kubenat.model.packet.ConnectionState;
import kubenat.model.packet.Fact;
import kubenat.model.packet.Family;
import kubenat.model.packet.NumberSet;

/** One property of a packet by which sets of packets are told apart. */
enum Axis {
    SOURCE,
    DESTINATION,
    PROTOCOL,
    SOURCE_PORT,
    DESTINATION_PORT,
    IN,
    OUT,
    STATE,
    MARK,
    CONNECTION_MARK,
    TCP_FLAGS(Fact.TCP_FLAGS),
    ICMP_TYPE(Fact.ICMP_TYPE),
    ICMP_CODE(Fact.ICMP_CODE),
    TTL(Fact.TTL),
    LENGTH(Fact.LENGTH),
    TOS(Fact.TOS);

    private static final List<ConnectionState> STATES_IN_ORDER = List.of(ConnectionState.values());

    private final Optional<Fact> fact;

    Axis() {
        this.fact = Optional.empty();
    }

    Axis(Fact fact) {
        this.fact = Optional.of(fact);
    }

    /** The axis of a number; none for those that only a sender has. */
    static Optional<Axis> of(Fact fact) {
        for (Axis axis : values()) {
            if (axis.fact.filter(fact::equals).isPresent()) {
                return Optional.of(axis);
            }
        }
        return Optional.empty();
    }

    /** All that a packet can have. */
    Values all(Family family) {
        return switch (this) {
            case SOURCE, DESTINATION -> Addresses.all(family);
            case IN, OUT -> Addresses.NAMES;
            case PROTOCOL -> Numbers.BYTES;
            case SOURCE_PORT, DESTINATION_PORT -> Numbers.PORTS;
            case STATE -> Numbers.STATES;
            case MARK, CONNECTION_MARK -> Marks.ALL;
            default -> new Numbers(fact.map(Fact::any).orElse(NumberSet.NONE));
        };
    }

    /** The number that stands for a state on its axis. */
    static NumberSet number(ConnectionState state) {
        return NumberSet.of(STATES_IN_ORDER.indexOf(state));
    }
}
