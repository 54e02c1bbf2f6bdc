package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kubenat.graph.Handover;
import kubenat.kube.ChainRole;
import kubenat.kube.Entry;
import kubenat.kube.EntryKind;
import kubenat.kube.RuleFields;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.match.AddressType;
import kubenat.model.match.Comment;
import kubenat.model.match.DestinationAddress;
import kubenat.model.match.DestinationPort;
import kubenat.model.match.InInterface;
import kubenat.model.match.Match;
import kubenat.model.match.Multiport;
import kubenat.model.match.ProtocolMatch;
import kubenat.model.match.SourceAddress;
import kubenat.model.target.DestinationNat;
import kubenat.model.target.Redirect;

/**
 * A rule of somebody else that rewrites destinations before packets come to KUBE-SERVICES.
 *
 * @param path the rules that lead to it from the built-in chain, and itself as the last one
 */
record EarlyTranslation(List<Rule> path) {
    EarlyTranslation {
        path = List.copyOf(path);
    }

    /** Those of a built-in chain of nat, in the order in which packets meet them; none if it does not call KUBE-SERVICES. */
    static List<EarlyTranslation> in(Subject subject, ChainName hook) {
        List<Rule> rules = KubeChains.rules(subject, hook);
        Optional<Rule> call = rules.stream()
                .filter(rule -> new RuleFields(rule).leadsTo() == ChainRole.SERVICES)
                .findFirst();
        List<EarlyTranslation> found = new ArrayList<>();
        Set<ChainName> seen = new LinkedHashSet<>();
        call.ifPresent(services -> rules.subList(0, services.number() - 1)
                .forEach(rule -> collect(subject, List.of(), rule, seen, found)));
        return found;
    }

    private static void collect(
            Subject subject, List<Rule> before, Rule rule, Set<ChainName> seen, List<EarlyTranslation> found) {
        List<Rule> path = new ArrayList<>(before);
        path.add(rule);
        if (rule.target() instanceof DestinationNat || rule.target() instanceof Redirect) {
            found.add(new EarlyTranslation(path));
        }
        Handover.of(rule)
                .filter(handover -> ChainRole.of(handover.to().name()) == ChainRole.NONE)
                .filter(handover -> seen.add(handover.to()))
                .flatMap(handover -> subject.ruleset().chain(handover.to()))
                .map(Chain::rules)
                .ifPresent(rules -> rules.forEach(next -> collect(subject, path, next, seen, found)));
    }

    /** The rule that rewrites. */
    Rule rule() {
        return path.get(path.size() - 1);
    }

    /** Whether the conditions on the way let an entry's packets through, as far as addresses, ports and protocol tell. */
    boolean mayTake(Entry entry) {
        return path.stream().flatMap(rule -> rule.matches().stream()).allMatch(match -> mayTake(match, entry));
    }

    private static boolean mayTake(Match match, Entry entry) {
        if (match instanceof ProtocolMatch asked) {
            return entry.protocol()
                    .filter(protocol ->
                            (asked.protocol().number() == 0 || asked.protocol().equals(protocol)) != asked.negated())
                    .isPresent();
        }
        if (match instanceof DestinationPort asked) {
            return ports(entry, port -> asked.ports().contains(port) != asked.negated());
        }
        if (match instanceof Multiport asked && asked.side() == Multiport.Side.DESTINATION) {
            return ports(entry, port -> asked.ports().contains(port) != asked.negated());
        }
        if (match instanceof DestinationAddress asked) {
            return entry.address()
                    .map(address -> asked.network().contains(address) != asked.negated())
                    .orElse(true);
        }
        return !(match instanceof AddressType type
                        && !type.source()
                        && type.types().equals(Set.of("LOCAL")))
                || (entry.kind() == EntryKind.NODE_PORT) != type.negated();
    }

    private static boolean ports(Entry entry, Predicate<Integer> asked) {
        return entry.port().filter(asked).isPresent();
    }

    /** Whether a packet can be found that meets all conditions on the way: none asks for what no packet shows. */
    boolean isPlain() {
        return path.stream().flatMap(rule -> rule.matches().stream()).allMatch(EarlyTranslation::isPlain);
    }

    private static boolean isPlain(Match match) {
        return match instanceof Comment
                || match instanceof ProtocolMatch
                || match instanceof DestinationPort
                || match instanceof Multiport
                || match instanceof DestinationAddress
                || match instanceof SourceAddress
                || match instanceof InInterface
                || match instanceof AddressType;
    }
}
