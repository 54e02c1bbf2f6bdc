package kubenat.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.MarkBits;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Share;

/** Puts outcomes together that differ only in a condition that made no difference, so that nobody reads about it. */
public final class Merging {
    /** What a user would tell outcomes apart by, beside their conditions. */
    private record Result(
            Share share,
            Verdict verdict,
            String why,
            AddressSet destination,
            NumberSet port,
            MarkBits mark,
            List<Object> decided) {

        static Result of(Outcome outcome) {
            Packet packet = outcome.packet();
            return new Result(
                    outcome.share(),
                    outcome.verdict(),
                    outcome.why(),
                    packet.header().destination(),
                    packet.header().destinationPort(),
                    packet.mark(),
                    List.of(place(outcome.decidedBy()), place(outcome.sourceNat())));
        }

        private static Object place(Optional<Step> step) {
            record Place(ChainName chain, Step.Kind kind, int rule) {}
            return step.map(s ->
                    new Place(s.chain(), s.kind(), s.rule().map(r -> r.number()).orElse(0)));
        }
    }

    /** Where there are more of one result, they are not compared two by two. */
    private static final int MANY = 32;

    private static final Uniting<Outcome> UNITING =
            new Uniting<>(Outcome::packet, outcome -> Verdict.UNKNOWN, Merging::joined);

    private Merging() {}

    /** The outcomes, fewer where conditions made no difference; in the order of the first of each. */
    public static List<Outcome> merge(List<Outcome> outcomes) {
        Map<Result, List<Outcome>> groups = new LinkedHashMap<>();
        summed(outcomes)
                .forEach(outcome -> groups.computeIfAbsent(Result.of(outcome), any -> new ArrayList<>())
                        .add(outcome));
        return groups.values().stream().flatMap(group -> merged(group).stream()).toList();
    }

    /** The same packets that come to the same end by several ways have the shares of all. */
    private static Collection<Outcome> summed(List<Outcome> outcomes) {
        record Key(Result result, Packet packet) {}
        Map<Key, Outcome> sums = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            sums.merge(
                    new Key(Result.of(outcome.withShare(Share.ALL)), outcome.packet()),
                    outcome,
                    (one, other) -> joined(one, other, one.packet())
                            .withShare(one.share().plus(other.share())));
        }
        return sums.values();
    }

    private static List<Outcome> merged(List<Outcome> group) {
        List<Outcome> few = group.size() > MANY ? UNITING.unite(group) : group;
        if (few.size() > MANY) {
            return few;
        }
        List<Outcome> merged = new ArrayList<>();
        few.forEach(outcome -> add(merged, outcome));
        return merged;
    }

    /** Adds an outcome to those of the same result; each merge may make another one possible. */
    private static void add(List<Outcome> group, Outcome outcome) {
        Outcome growing = outcome;
        boolean grew = true;
        while (grew) {
            grew = false;
            for (int i = 0; i < group.size() && !grew; i++) {
                Optional<Packet> both = SameButOne.join(group.get(i).packet(), growing.packet());
                if (both.isPresent()) {
                    growing = joined(group.remove(i), growing, both.get());
                    grew = true;
                }
            }
        }
        group.add(growing);
    }

    private static Outcome joined(Outcome one, Outcome other, Packet packet) {
        return new Outcome(
                one.share(), one.origin(), packet, one.verdict(), one.why(), MergedSteps.of(one.path(), other.path()));
    }
}
