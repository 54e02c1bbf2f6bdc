package kubenat.kube;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Family;
import kubenat.model.packet.Share;
import kubenat.trace.Merging;
import kubenat.trace.Outcome;
import kubenat.trace.SourceClass;
import kubenat.trace.TraceCase;

/** Sorts outcomes into the cases of an answer: the hairpin ones get their own, and classes with equal answers share one. */
final class Cases {
    private final Network network;
    private final boolean sourceGiven;
    private final Map<SourceClass, List<Outcome>> followed = new EnumMap<>(SourceClass.class);

    Cases(Network network, boolean sourceGiven) {
        this.network = network;
        this.sourceGiven = sourceGiven;
    }

    void add(SourceClass from, List<Outcome> outcomes) {
        followed.put(from, outcomes);
    }

    /** The cases that were asked for; all when none was named. */
    List<TraceCase> all(Set<SourceClass> wanted) {
        Map<SourceClass, List<Outcome>> sorted = sourceGiven ? followed : withHairpin();
        List<TraceCase> cases = new ArrayList<>();
        for (Map.Entry<SourceClass, List<Outcome>> entry : sorted.entrySet()) {
            if (!entry.getValue().isEmpty() && (wanted.isEmpty() || wanted.contains(entry.getKey()))) {
                add(cases, entry.getKey(), Merging.merge(entry.getValue()));
            }
        }
        return cases;
    }

    private static void add(List<TraceCase> cases, SourceClass from, List<Outcome> outcomes) {
        for (int i = 0; i < cases.size(); i++) {
            if (Answers.areSame(cases.get(i).outcomes(), outcomes)) {
                List<SourceClass> both = new ArrayList<>(cases.get(i).from());
                both.add(from);
                cases.set(i, new TraceCase(both, cases.get(i).outcomes()));
                return;
            }
        }
        cases.add(new TraceCase(List.of(from), outcomes));
    }

    private Map<SourceClass, List<Outcome>> withHairpin() {
        Map<SourceClass, List<Outcome>> sorted = new EnumMap<>(SourceClass.class);
        List<Outcome> arriving = new ArrayList<>(followed.getOrDefault(SourceClass.POD, List.of()));
        if (!network.pods().isEmpty() || arriving.isEmpty()) {
            arriving.addAll(followed.getOrDefault(SourceClass.OUTSIDE, List.of()));
        }
        List<Outcome> hairpin =
                arriving.stream().flatMap(o -> hairpin(o).stream()).toList();
        AddressSet endpoints = endpoints(hairpin);
        followed.forEach((from, outcomes) ->
                sorted.put(from, from == SourceClass.NODE ? outcomes : without(endpoints, outcomes)));
        sorted.put(SourceClass.ENDPOINT, scaled(hairpin));
        return sorted;
    }

    /** The packets of an outcome whose source is where they are sent to. */
    private static Optional<Outcome> hairpin(Outcome outcome) {
        Optional<Address> endpoint = outcome.packet().header().destination().single();
        return endpoint.filter(address -> outcome.translated())
                .flatMap(address -> outcome.fromSource(AddressSet.of(address)));
    }

    private static AddressSet endpoints(List<Outcome> hairpin) {
        List<Cidr> endpoints = hairpin.stream()
                .flatMap(outcome -> outcome.origin().header().source().cidrs().stream())
                .toList();
        return endpoints.isEmpty()
                ? AddressSet.none(Family.IPV4)
                : AddressSet.of(endpoints.get(0).network().family(), endpoints);
    }

    private static List<Outcome> without(AddressSet endpoints, List<Outcome> outcomes) {
        IdentityHashMap<AddressSet, Optional<AddressSet>> fewer = new IdentityHashMap<>();
        List<Outcome> without = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            AddressSet sources = outcome.origin().header().source();
            Optional<AddressSet> others = fewer.computeIfAbsent(
                    sources,
                    all -> Optional.of(all)
                            .filter(some -> !some.intersect(endpoints).isEmpty())
                            .map(some -> some.minus(endpoints)));
            if (others.isEmpty()) {
                without.add(outcome);
            } else {
                outcome.fromSource(others.get()).ifPresent(without::add);
            }
        }
        return without;
    }

    /** Of the packets that come back to their sender, each outcome's share. */
    private static List<Outcome> scaled(List<Outcome> hairpin) {
        Map<AddressSet, Share> byEndpoint = new LinkedHashMap<>();
        Map<AddressSet, List<Condition>> under = new LinkedHashMap<>();
        for (Outcome outcome : hairpin) {
            AddressSet endpoint = outcome.origin().header().source();
            if (under.computeIfAbsent(endpoint, any -> outcome.when()).equals(outcome.when())) {
                byEndpoint.merge(endpoint, outcome.share(), Share::plus);
            }
        }
        Share sum = byEndpoint.values().stream().reduce(Share.NONE, Share::plus);
        return hairpin.stream()
                .map(outcome -> outcome.withShare(outcome.share().of(sum)))
                .toList();
    }
}
