package kubenat.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Share;

/**
 * Packets that wait at the same rule; those of which the same is known become one. Where there are many, those that differ in
 * their source only become one too: thousands of rules for one address each would else make as many ways through the rest.
 */
final class States {
    private static final int MANY = 100;

    private final Map<Packet, State> byPacket = new LinkedHashMap<>();

    /** What is known of packets but for the source; only packets of equal shares are all the same to what follows. */
    private record ButSource(Packet packet, Share share) {

        static ButSource of(State state) {
            Packet packet = state.packet();
            return new ButSource(SameButOne.withSource(packet, AddressSet.none(packet.family())), state.share());
        }
    }

    void add(State state) {
        byPacket.merge(state.packet(), state, State::join);
    }

    void addAll(Collection<State> states) {
        states.forEach(this::add);
    }

    List<State> all() {
        return new ArrayList<>(byPacket.size() > MANY ? united() : byPacket.values());
    }

    private Collection<State> united() {
        Map<ButSource, List<State>> groups = new LinkedHashMap<>();
        byPacket.values()
                .forEach(state -> groups.computeIfAbsent(ButSource.of(state), any -> new ArrayList<>())
                        .add(state));
        return groups.values().stream().map(States::unite).toList();
    }

    private static State unite(List<State> states) {
        State first = states.get(0);
        AddressSet sources = AddressSet.none(first.packet().family());
        Trail trail = first.trail();
        for (State state : states) {
            sources = sources.union(state.packet().original().source());
            trail = trail.join(state.trail());
        }
        return states.size() == 1
                ? first
                : new State(SameButOne.withSource(first.packet(), sources), first.share(), trail);
    }
}
