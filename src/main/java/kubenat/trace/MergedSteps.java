package kubenat.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kubenat.model.ChainName;
import kubenat.model.Hook;
import kubenat.model.packet.Share;

/** The steps of two ways as those of one: those of the second alone come after the last one before them that both have. */
final class MergedSteps {
    private record Key(Hook hook, ChainName chain, Step.Kind kind, int rule, Share share) {
        static Key of(Step step) {
            int rule = step.rule().map(r -> r.number()).orElse(0);
            return new Key(step.hook(), step.chain(), step.kind(), rule, step.share());
        }
    }

    private MergedSteps() {}

    static List<Step> of(List<Step> one, List<Step> other) {
        Map<Key, Integer> places = new HashMap<>();
        for (int i = 0; i < one.size(); i++) {
            places.putIfAbsent(Key.of(one.get(i)), i);
        }
        Map<Integer, List<Step>> after = new HashMap<>();
        Set<Key> added = new HashSet<>();
        int at = -1;
        for (Step step : other) {
            Key key = Key.of(step);
            Integer place = places.get(key);
            if (place != null) {
                at = Math.max(at, place);
            } else if (added.add(key)) {
                after.computeIfAbsent(at, none -> new ArrayList<>()).add(step);
            }
        }
        List<Step> all = new ArrayList<>(after.getOrDefault(-1, List.of()));
        for (int i = 0; i < one.size(); i++) {
            all.add(one.get(i));
            all.addAll(after.getOrDefault(i, List.of()));
        }
        return all;
    }
}
