package kubenat.kube;

import java.util.List;
import java.util.Optional;
import kubenat.trace.Outcome;
import kubenat.trace.Step;

/** Whether two classes of sources get the same answer, by the same rules and under the same conditions. */
final class Answers {
    private Answers() {}

    static boolean areSame(List<Outcome> one, List<Outcome> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!areSame(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areSame(Outcome one, Outcome other) {
        return one.share().equals(other.share())
                && one.verdict() == other.verdict()
                && one.why().equals(other.why())
                && one.packet()
                        .header()
                        .destination()
                        .equals(other.packet().header().destination())
                && one.packet()
                        .header()
                        .destinationPort()
                        .equals(other.packet().header().destinationPort())
                && one.when().equals(other.when())
                && areSameSteps(one.path(), other.path());
    }

    private static boolean areSameSteps(List<Step> one, List<Step> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!place(one.get(i)).equals(place(other.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private record Place(Object hook, Object chain, Object kind, Optional<Integer> rule) {}

    private static Place place(Step step) {
        return new Place(step.hook(), step.chain(), step.kind(), step.rule().map(rule -> rule.number()));
    }
}
