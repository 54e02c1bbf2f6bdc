package kubenat.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.heat.Draw;
import kubenat.heat.Draws;
import kubenat.heat.Fairness;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.match.Statistic;
import kubenat.model.target.DestinationNat;
import kubenat.model.target.Target;
import kubenat.trace.Step;
import kubenat.trace.Trace;

/** What the counters say of an answer, in words that all formats share. */
public final class Chances {
    private final Ruleset ruleset;

    public Chances(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    /** Whether the dump has counters and some packet has met a rule on the way: a dump in which all are 0 says nothing. */
    public static boolean areCounted(Trace trace) {
        return steps(trace)
                .flatMap(step -> step.rule().stream())
                .flatMap(rule -> rule.counters().stream())
                .anyMatch(counters -> counters.packets() != 0);
    }

    /** The chains on the way in which chance has chosen, in the order in which packets come to them. */
    public List<Draws> of(Trace trace) {
        Map<ChainName, Optional<Draws>> draws = new LinkedHashMap<>();
        steps(trace)
                .filter(step -> step.rule().filter(Chances::isByChance).isPresent())
                .forEach(step -> draws.computeIfAbsent(step.chain(), chain -> Draws.of(chain, ruleset)));
        return draws.values().stream().flatMap(Optional::stream).toList();
    }

    private static boolean isByChance(Rule rule) {
        return rule.matches().stream().anyMatch(Statistic.class::isInstance);
    }

    private static Stream<Step> steps(Trace trace) {
        return trace.cases().stream()
                .flatMap(each -> each.outcomes().stream())
                .flatMap(outcome -> outcome.path().stream())
                .filter(step -> step.kind() == Step.Kind.RULE);
    }

    /** Where a choice leads: {@code 10.244.1.2:80}, or the name of the chain. */
    public String place(Draw draw) {
        Target target = draw.rule().target();
        ChainName to = new ChainName(draw.rule().chain().table(), target.name());
        Stream<Target> further = ruleset.chain(to).stream()
                .map(Chain::rules)
                .flatMap(List::stream)
                .map(Rule::target);
        return Stream.concat(Stream.of(target), further)
                .filter(DestinationNat.class::isInstance)
                .map(each -> ((DestinationNat) each).to().text())
                .findFirst()
                .orElse(target.name());
    }

    /** {@code 60 connections of new clients, as even as chance makes it; 2,827 of clients that came back}. */
    public String words(Draws draws) {
        String farthest = draws.fairness() == Fairness.UNEVEN ? "; farthest off: " + place(draws.farthest()) : "";
        return totals(draws) + ": " + draws.fairness().words() + farthest;
    }

    private static String totals(Draws draws) {
        String unit = draws.unit();
        return draws.returned() == 0
                ? "%,d %s".formatted(draws.packets(), unit)
                : "%,d %s of new clients (and %,d of clients that came back to where they had been)"
                        .formatted(draws.packets(), unit, draws.returned());
    }

    /** {@code 4,011×}; nothing for a rule without counters. */
    public static String times(Rule rule) {
        return rule.counters()
                .map(counters -> "%s×".formatted(grouped(counters.packets())))
                .orElse("");
    }

    private static String grouped(long packets) {
        return packets < 0 ? Long.toUnsignedString(packets) : "%,d".formatted(packets);
    }
}
