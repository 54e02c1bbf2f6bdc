package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.model.Counters;
import kubenat.model.Rule;
import kubenat.model.match.Match;
import kubenat.model.target.NoTarget;
import kubenat.model.target.Target;
import kubenat.parse.Piece.Said;

/** What one line says, read by a plan. */
record PlannedRule(
        RulePlan plan, Optional<Counters> counters, List<Said<List<Match>>> conditions, Optional<Said<Target>> target) {

    Rule rule(ChainName chain, int number, int line, String text) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            matches.addAll(conditions.get(i).meaning());
        }
        Target end = target.isPresent() ? target.get().meaning() : new NoTarget();
        return new Rule(chain, number, line, text, counters, matches, end);
    }

    /** Adds the conditions as iptables prints them. */
    void print(StringBuilder text) {
        for (int i = 0; i < plan.printed().size(); i++) {
            text.append(conditions.get(plan.printed().get(i)).printed());
        }
    }
}
