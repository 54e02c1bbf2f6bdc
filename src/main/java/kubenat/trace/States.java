package kubenat.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.model.packet.Packet;

/** Packets that wait at the same rule; those of which the same is known become one. */
final class States {
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
}
