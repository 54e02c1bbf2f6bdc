package kubenat.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.model.packet.Packet;

/** Packets that wait at the same rule; those of which the same is known become one. */
final class States {
    /** Where there are more, those that differ in one thing and add up in it are one, too. */
    static final int MANY = 48;

    /** Only packets of equal shares are all the same to what follows. */
    static final Uniting<State> UNITING = new Uniting<>(
            State::packet,
            State::share,
            (one, other, both) -> new State(both, one.share(), one.trail().join(other.trail())));

    private final Map<Packet, State> byPacket = new LinkedHashMap<>();

    void add(State state) {
        byPacket.merge(state.packet(), state, State::join);
    }

    void addAll(Collection<State> states) {
        states.forEach(this::add);
    }

    List<State> all() {
        return new ArrayList<>(byPacket.values());
    }

    /** As few as they can be, where they are many. */
    static List<State> united(List<State> states) {
        return states.size() > MANY ? UNITING.unite(states) : states;
    }
}
