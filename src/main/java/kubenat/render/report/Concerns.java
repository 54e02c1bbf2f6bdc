package kubenat.render.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.lint.Finding;
import kubenat.lint.Place;
import kubenat.lint.Related;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.Table;

/** Which findings concern which chain, those at rules that lead there among them, and which concern which rule. */
public final class Concerns {
    private final Map<Spot, Set<Integer>> byChain = new HashMap<>();
    private final Map<Line, Set<Integer>> byRule = new HashMap<>();

    /** A chain of one dump: both families of a node have chains of the same names. */
    private record Spot(String dump, ChainName chain) {}

    private record Line(String dump, long number) {}

    public Concerns(List<Finding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            add(findings.get(i), i);
        }
    }

    private void add(Finding finding, int number) {
        Stream.concat(Stream.of(finding.place()), finding.related().stream().map(Related::place))
                .forEach(place -> add(place, number));
    }

    private void add(Place place, int number) {
        chains(place)
                .forEach(chain -> byChain.computeIfAbsent(new Spot(place.dump(), chain), none -> new TreeSet<>())
                        .add(number));
        place.rule()
                .ifPresent(rule -> byRule.computeIfAbsent(new Line(place.dump(), rule.line()), none -> new TreeSet<>())
                        .add(number));
    }

    private static Stream<ChainName> chains(Place place) {
        return Stream.concat(
                place.chain().stream(),
                place.rule().stream()
                        .map(rule -> new ChainName(
                                rule.chain().table(), rule.target().name())));
    }

    /** The numbers of the findings that concern a chain. */
    Set<Integer> ofChain(Ruleset ruleset, ChainName chain) {
        return byChain.getOrDefault(new Spot(dump(ruleset, chain), chain), Set.of());
    }

    /** The numbers of the findings that concern one of these chains, as far as these are of a Service or an endpoint. */
    Set<Integer> ofServiceChains(Ruleset ruleset, Collection<ChainName> chains) {
        Set<Integer> found = new TreeSet<>();
        for (ChainName chain : chains) {
            if (ChainRole.of(chain.name()).isHashed()) {
                found.addAll(ofChain(ruleset, chain));
            }
        }
        return found;
    }

    /** The numbers of the findings at one of these rules. */
    Set<Integer> ofRules(Ruleset ruleset, Collection<Rule> rules) {
        Set<Integer> found = new TreeSet<>();
        for (Rule rule : rules) {
            found.addAll(byRule.getOrDefault(new Line(dump(ruleset, rule.chain()), rule.line()), Set.of()));
        }
        return found;
    }

    /**
     * The findings for a Service: those that concern its chains and its endpoints', and those at the rules that its packets meet
     * where all Services stand in one chain.
     */
    List<Integer> ofService(Ruleset ruleset, Met met) {
        Set<Integer> found = ofServiceChains(ruleset, met.names());
        found.addAll(
                ofRules(ruleset, met.rules().filter(Concerns::isOfOneService).toList()));
        return new ArrayList<>(found);
    }

    private static boolean isOfOneService(Rule rule) {
        return switch (ChainRole.of(rule.chain().name())) {
            case SERVICES, EXTERNAL_SERVICES, NODEPORTS, PORTALS, PORTAL_NODEPORTS, PROXY_FIREWALL ->
                switch (ChainRole.of(rule.target().name())) {
                    case NODEPORTS, PORTAL_NODEPORTS -> false;
                    default -> true;
                };
            default -> false;
        };
    }

    private static String dump(Ruleset ruleset, ChainName chain) {
        return ruleset.table(chain.table()).map(Table::dump).orElse("");
    }
}
