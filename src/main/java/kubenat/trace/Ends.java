package kubenat.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.model.packet.Packet;
import kubenat.model.target.Ending;

/** The ways that end in one table. */
final class Ends {
    /** Where there are more, equal packets that one rule ends are one: what becomes of them is the same. */
    private static final int MANY = 1_000;

    private final List<Ended> all = new ArrayList<>();

    private record Key(Packet packet, Ending ending, Optional<Last> last) {
        static Key of(Ended ended) {
            Optional<Last> last = ended.state().trail().last().map(Last::of);
            return new Key(ended.state().packet(), ended.ending(), last);
        }
    }

    private record Last(ChainName chain, Step.Kind kind, int rule) {
        static Last of(Step step) {
            return new Last(
                    step.chain(),
                    step.kind(),
                    step.rule().map(rule -> rule.number()).orElse(0));
        }
    }

    void add(State state, Ending ending) {
        all.add(new Ended(state, ending));
    }

    void addAll(List<State> states, Ending ending) {
        states.forEach(state -> add(state, ending));
    }

    List<Ended> all() {
        if (all.size() <= MANY) {
            return all;
        }
        Map<Key, Ended> joined = new LinkedHashMap<>();
        for (Ended each : all) {
            joined.merge(
                    Key.of(each), each, (one, other) -> new Ended(one.state().join(other.state()), one.ending()));
        }
        return List.copyOf(joined.values());
    }
}
