package kubenat.render.path;

import java.util.List;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Packet;
import kubenat.trace.Outcome;
import kubenat.trace.SourceClass;
import kubenat.trace.Step;

/**
 * One outcome for one class of sources.
 *
 * @param ending where it ends before its way out
 * @param when the conditions it depends on
 */
public record Way(SourceClass from, Outcome outcome, Spine spine, EndingKey ending, List<Condition> when) {
    public Way {
        when = List.copyOf(when);
    }

    static Way of(SourceClass from, Outcome outcome, Chains chains) {
        Spine spine = Spine.of(outcome);
        return new Way(from, outcome, spine, EndingKey.of(outcome, spine, chains), outcome.when());
    }

    /** What happens after the decision. */
    List<Step> wayOut() {
        return outcome.path().subList(spine.end(), outcome.path().size());
    }

    /** Whether packets come as far as the way out. */
    boolean goesOn() {
        return ending.kind() != EndingKey.Kind.PROBLEM;
    }

    /** Whether there can be packets that go both ways, some the one and some the other. */
    boolean meets(Way other) {
        Packet mine = outcome.packet();
        Packet others = other.outcome.packet();
        return from == other.from
                && !mine.original()
                        .source()
                        .intersect(others.original().source())
                        .isEmpty()
                && !mine.original()
                        .sourcePort()
                        .intersect(others.original().sourcePort())
                        .isEmpty()
                && when.stream().noneMatch(one -> other.when.stream().anyMatch(two -> Situations.denies(one, two)));
    }

    Way from(SourceClass other) {
        return new Way(other, outcome, spine, ending, when);
    }
}
