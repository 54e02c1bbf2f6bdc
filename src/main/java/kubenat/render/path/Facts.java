package kubenat.render.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.EntryKind;
import kubenat.kube.ServiceNames;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.match.Match;
import kubenat.model.match.Recent;
import kubenat.model.match.Statistic;
import kubenat.render.Names;
import kubenat.trace.Outcome;

/** What a hub's card says of its chain. */
final class Facts {
    private static final int MOST_PLACES = 3;

    private final Ruleset ruleset;
    private final Names names;
    private final Chains chains;
    private final Tally tally;

    /** A name and what it is. */
    record Fact(String name, String value, boolean code) {}

    Facts(Ruleset ruleset, Names names, Chains chains) {
        this.ruleset = ruleset;
        this.names = names;
        this.chains = chains;
        this.tally = new Tally(ruleset);
    }

    /** The Service port that a chain is for. */
    Optional<String> service(ChainName chain) {
        return names.chain(chain);
    }

    /** The endpoint that the names on the way prove, such as {@code 10.244.1.2:80}. */
    Optional<String> endpoint(Outcome outcome) {
        return names.endpoint(outcome);
    }

    /** How many packets have come where chance sends them, if the dump has counters. */
    Optional<String> counted(Ending ending) {
        return tally.of(ending);
    }

    /** The declared chain that a missing one's name, cut short, stands for. */
    Optional<String> repaired(ChainName missing) {
        return new ServiceNames(ruleset).repaired(missing).map(ChainName::name);
    }

    /** What a chain of this role does, in words; empty for chains of no Service. */
    String role(ChainName chain) {
        return switch (ChainRole.of(chain.name())) {
            case SVC -> "chooses an endpoint";
            case SVL -> "endpoints on this node";
            case EXT, XLB -> "for clients outside";
            case FW -> "the load balancer's source ranges";
            default -> "";
        };
    }

    /** {@code first} asks for the addresses of the Service, too. */
    List<Fact> of(ChainName chain, boolean first) {
        List<Fact> facts = new ArrayList<>();
        ChainRole role = ChainRole.of(chain.name());
        if (first && role.isOfService()) {
            places(chain, facts);
        }
        if (role == ChainRole.SVC || role == ChainRole.SVL || role == ChainRole.XLB) {
            choice(chains.rules(chain), facts);
            facts.addAll(tally.of(chain));
        }
        return facts;
    }

    private void places(ChainName chain, List<Fact> facts) {
        Map<EntryKind, List<String>> places = new LinkedHashMap<>();
        names.entries(chain)
                .forEach(entry -> places.computeIfAbsent(entry.kind(), none -> new ArrayList<>())
                        .add(entry.place()));
        places.forEach((kind, at) -> facts.add(new Fact(name(kind), text(at), true)));
    }

    private static String name(EntryKind kind) {
        return kind == EntryKind.LOAD_BALANCER || kind == EntryKind.EXTERNAL ? "load balancer" : kind.toString();
    }

    private static String text(List<String> places) {
        List<String> distinct = places.stream()
                .map(place -> place.startsWith(":") ? place.substring(1) : place)
                .distinct()
                .toList();
        String text = String.join(", ", distinct.subList(0, Math.min(MOST_PLACES, distinct.size())));
        return distinct.size() > MOST_PLACES ? text + " and " + (distinct.size() - MOST_PLACES) + " more" : text;
    }

    /** How a chain chooses among endpoints. */
    private static void choice(List<Rule> rules, List<Fact> facts) {
        matches(rules)
                .flatMap(match -> affinity(match).stream())
                .findFirst()
                .ifPresent(seconds -> facts.add(new Fact("affinity", "by client, for " + seconds + " s", false)));
        matches(rules)
                .filter(Statistic.class::isInstance)
                .map(match -> ((Statistic) match).text().startsWith("every") ? "turns (nth)" : "chance (random)")
                .findFirst()
                .ifPresent(how -> facts.add(new Fact("chosen by", how, false)));
    }

    private static Stream<Match> matches(List<Rule> rules) {
        return rules.stream().flatMap(rule -> rule.matches().stream());
    }

    private static Optional<Long> affinity(Match match) {
        return match instanceof Recent recent
                        && (recent.action() == Recent.Action.CHECK || recent.action() == Recent.Action.UPDATE)
                ? Optional.of(recent.seconds())
                : Optional.empty();
    }
}
