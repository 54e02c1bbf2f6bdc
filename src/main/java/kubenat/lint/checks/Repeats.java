package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.match.AddressType;
import kubenat.model.match.Comment;
import kubenat.model.match.DestinationAddress;
import kubenat.model.match.DestinationPort;
import kubenat.model.match.InInterface;
import kubenat.model.match.Match;
import kubenat.model.match.OutInterface;
import kubenat.model.match.ProtocolMatch;
import kubenat.model.match.Recent;
import kubenat.model.match.SourceAddress;
import kubenat.model.match.SourcePort;
import kubenat.model.match.Statistic;
import kubenat.model.target.Accept;
import kubenat.model.target.DestinationNat;
import kubenat.model.target.Drop;
import kubenat.model.target.FactChange;
import kubenat.model.target.Jump;
import kubenat.model.target.Masquerade;
import kubenat.model.target.NoEffect;
import kubenat.model.target.NoTarget;
import kubenat.model.target.Redirect;
import kubenat.model.target.Reject;
import kubenat.model.target.Return;
import kubenat.model.target.SourceNat;
import kubenat.model.target.Target;

/** Rules of a chain that say the same, whatever their comments, with nothing between them that could make it mean another thing. */
final class Repeats {
    private final Map<Saying, Group> open = new LinkedHashMap<>();
    private final List<List<Rule>> closed = new ArrayList<>();
    private int changes;

    private Repeats() {}

    /** What a rule says. */
    private record Saying(List<Match> matches, Target target) {}

    /**
     * Rules that say the same.
     *
     * @param changes how many rules up to the last of them could change packets
     */
    private record Group(List<Rule> rules, int changes) {}

    /** Groups of two and more. */
    static List<List<Rule>> in(Chain chain) {
        if (chain.size() < 2 || allDiffer(chain)) {
            return List.of();
        }
        Repeats repeats = new Repeats();
        chain.rules().forEach(repeats::add);
        repeats.open.values().forEach(group -> repeats.closed.add(group.rules()));
        return repeats.closed.stream().filter(group -> group.size() > 1).toList();
    }

    private static boolean allDiffer(Chain chain) {
        Set<Target> targets = new HashSet<>();
        return chain.rules().stream().allMatch(rule -> targets.add(rule.target()));
    }

    private void add(Rule rule) {
        Saying saying = saying(rule);
        boolean alike = counts(saying);
        int before = changes;
        changes += isSteady(rule.target()) ? 0 : 1;
        if (!alike) {
            return;
        }
        Group group = open.get(saying);
        if (group != null && group.changes() != before && dependsOnChanges(saying)) {
            closed.add(group.rules());
            group = null;
        }
        List<Rule> rules = group == null ? new ArrayList<>(1) : group.rules();
        rules.add(rule);
        open.put(saying, new Group(rules, changes));
    }

    private static Saying saying(Rule rule) {
        List<Match> matches = new ArrayList<>(rule.matches().size());
        for (Match match : rule.matches()) {
            if (!(match instanceof Comment)) {
                matches.add(match);
            }
        }
        return new Saying(matches, rule.target());
    }

    /** A chance, a list of clients and a step of the time to live may well be meant twice. */
    private static boolean counts(Saying saying) {
        return !(saying.target() instanceof FactChange)
                && saying.matches().stream().noneMatch(match -> match instanceof Statistic || match instanceof Recent);
    }

    /** Whether a rule in between that changes packets, such as their mark, can make the same words mean something else. */
    private static boolean dependsOnChanges(Saying saying) {
        return !(isSteady(saying.target()) || saying.target() instanceof Jump)
                || !saying.matches().stream().allMatch(Repeats::isSteady);
    }

    private static boolean isSteady(Match match) {
        return match instanceof SourceAddress
                || match instanceof DestinationAddress
                || match instanceof ProtocolMatch
                || match instanceof SourcePort
                || match instanceof DestinationPort
                || match instanceof InInterface
                || match instanceof OutInterface
                || match instanceof AddressType;
    }

    /** Whether what goes on is as it was. */
    private static boolean isSteady(Target target) {
        return target instanceof Accept
                || target instanceof Drop
                || target instanceof Reject
                || target instanceof Return
                || target instanceof NoTarget
                || target instanceof NoEffect
                || target instanceof DestinationNat
                || target instanceof SourceNat
                || target instanceof Masquerade
                || target instanceof Redirect;
    }
}
