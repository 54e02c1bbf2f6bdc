package kubenat.parse;

import java.util.List;
import java.util.Optional;
import kubenat.model.Counters;
import kubenat.model.match.Match;

/**
 * A rule with its words put in order.
 *
 * @param matches what needs no {@code -m} first, then each module in the order in which the rule brings it in
 */
record Clauses(List<Clause<List<Match>>> matches, Optional<TargetClause> target, Optional<Counters> counters) {
    Clauses {
        matches = List.copyOf(matches);
    }

    /** The counters in front of the line or within it. */
    Optional<Counters> countersOf(DumpLine line) {
        return line.counters().flatMap(CounterText::read).or(() -> counters);
    }
}
