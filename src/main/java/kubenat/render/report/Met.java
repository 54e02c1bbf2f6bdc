package kubenat.render.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.trace.Step;
import kubenat.trace.Trace;

/** The rules that the packets of an item meet, chain by chain. */
final class Met {
    /** Of a longer chain only the rules that packets meet are shown. */
    private static final int LONG_CHAIN = 60;

    private final Map<ChainName, OfChain> chains = new LinkedHashMap<>();

    /** The rules of one chain, in its order. */
    private record OfChain(int number, Set<Rule> rules) {
        OfChain(int number) {
            this(number, new TreeSet<>(Comparator.comparingInt(Rule::number)));
        }
    }

    /** The rules that a trace meets, as the page names them. */
    List<String> add(Trace trace) {
        Set<String> met = new LinkedHashSet<>();
        steps(trace).forEach(step -> {
            OfChain chain = chains.computeIfAbsent(step.chain(), none -> new OfChain(chains.size()));
            step.rule().ifPresent(rule -> {
                chain.rules().add(rule);
                met.add(chain.number() + "." + rule.number());
            });
        });
        return List.copyOf(met);
    }

    /** A chain that belongs to the item, whether packets come there or not. */
    void add(ChainName chain) {
        chains.computeIfAbsent(chain, none -> new OfChain(chains.size()));
    }

    private static Stream<Step> steps(Trace trace) {
        return trace.cases().stream()
                .flatMap(each -> each.outcomes().stream())
                .flatMap(outcome -> outcome.path().stream())
                .filter(step -> step.kind() != Step.Kind.MISS);
    }

    Set<ChainName> names() {
        return chains.keySet();
    }

    Stream<Rule> rules() {
        return chains.values().stream().flatMap(chain -> chain.rules().stream());
    }

    /** The chains, each with all of its rules, or of a long one with those that were met. */
    List<ReportChain> chains(Ruleset ruleset) {
        return chains.entrySet().stream()
                .map(each -> chain(
                        each.getKey(),
                        ruleset.chain(each.getKey()),
                        each.getValue().rules()))
                .toList();
    }

    private static ReportChain chain(ChainName name, Optional<Chain> chain, Set<Rule> met) {
        int size = chain.map(Chain::size).orElse(met.size());
        return new ReportChain(
                name, size, size <= LONG_CHAIN ? chain.map(Chain::rules).orElse(List.of()) : List.copyOf(met));
    }
}
