package kubenat.render.path;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.heat.Draw;
import kubenat.heat.Draws;
import kubenat.heat.Fairness;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.render.Chances;
import kubenat.render.Percent;
import kubenat.trace.Step;

/** What the counters of a dump say of rules and endpoints; nothing where a dump has none. */
final class Tally {
    private final Ruleset ruleset;
    private final Map<ChainName, Optional<Draws>> draws = new HashMap<>();

    Tally(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    /** {@code met 2,317×}; empty for a rule without counters, and for one that nobody has met. */
    static String times(Rule rule) {
        return rule.counters().filter(counters -> counters.packets() != 0).isPresent()
                ? "met " + Chances.times(rule)
                : "";
    }

    /** {@code 3,191 connections} and {@code as expected}, of a chain that chooses by chance. */
    List<Facts.Fact> of(ChainName chain) {
        return find(chain).stream()
                .flatMap(found -> Stream.of(
                        new Facts.Fact("counted", "%,d %s".formatted(found.packets(), found.unit()), false),
                        new Facts.Fact("shares are", found.fairness().toString(), false)))
                .toList();
    }

    /** {@code observed 33.2 % of 3,191 connections}, of where chance sent packets. */
    Optional<String> of(Ending ending) {
        List<Step> steps = ending.arrivals().stream()
                .flatMap(arrival -> arrival.step().stream())
                .toList();
        if (steps.size() != 1) {
            return Optional.empty();
        }
        Optional<Draws> chain = find(steps.get(0).chain()).filter(found -> found.packets() > 0);
        return chain.flatMap(found -> found.all().stream()
                .filter(draw -> steps.get(0).rule().filter(draw.rule()::equals).isPresent())
                .map(draw -> words(draw, found))
                .findFirst());
    }

    private static String words(Draw draw, Draws draws) {
        String uneven = draws.fairness() == Fairness.UNEVEN && draw.equals(draws.farthest()) ? ": UNEVEN" : "";
        return "observed %s of %,d %s%s"
                .formatted(Percent.of(draws.observed(draw)), draws.packets(), draws.unit(), uneven);
    }

    private Optional<Draws> find(ChainName chain) {
        return draws.computeIfAbsent(chain, name -> Draws.of(name, ruleset));
    }
}
