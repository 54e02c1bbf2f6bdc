package kubenat.parse;

import java.util.List;
import java.util.Optional;
import kubenat.model.Counters;
import kubenat.model.match.Match;
import kubenat.model.packet.Family;

/**
 * A rule with its words put in order.
 *
 * @param matches what needs no {@code -m} first, then each module in the order in which the rule brings it in
 */
record Clauses(List<Clause<List<Match>>> matches, Optional<TargetClause> target, Optional<Counters> counters) {
    Clauses {
        matches = List.copyOf(matches);
    }

    /** Whether {@code -4} or {@code -6} says that the rule is for this family alone (man iptables-restore 1.8.9). */
    boolean isOnlyFor(Family family) {
        String option = family == Family.IPV4 ? "-4" : "-6";
        return matches.get(0).given().stream()
                .anyMatch(given -> given.option().name().equals(option));
    }

    /** The counters in front of the line or within it. */
    Optional<Counters> countersOf(DumpLine line) {
        return line.counters().flatMap(CounterText::read).or(() -> counters);
    }
}
