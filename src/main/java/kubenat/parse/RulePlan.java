package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.model.Counters;
import kubenat.model.match.Match;
import kubenat.model.target.Target;
import kubenat.parse.Piece.Said;
import kubenat.parse.fast.LineTokens;

/**
 * How the rules of one shape are read: the pieces that their words are.
 *
 * @param brackets whether counters stand in front of the rule
 * @param counters the first of the two tokens that are counters within it; absent if none are
 * @param conditions those that need no module, each by itself, then the modules
 * @param printed the same in the order in which they are printed
 */
record RulePlan(
        boolean brackets,
        Optional<Integer> counters,
        List<Piece<List<Match>>> conditions,
        List<Integer> printed,
        Optional<Piece<Target>> target) {

    RulePlan {
        conditions = List.copyOf(conditions);
        printed = List.copyOf(printed);
    }

    /** The rule that a line of this shape says; nothing if it must be read in full. */
    Optional<PlannedRule> read(LineTokens line) {
        List<Said<List<Match>>> said = new ArrayList<>(conditions.size());
        for (int i = 0; i < conditions.size(); i++) {
            Optional<Said<List<Match>>> condition = conditions.get(i).read(line);
            if (condition.isEmpty()) {
                return Optional.empty();
            }
            said.add(condition.get());
        }
        Optional<Said<Target>> end = target.flatMap(piece -> piece.read(line));
        if (end.isPresent() != target.isPresent()) {
            return Optional.empty();
        }
        Optional<Counters> within = counters.flatMap(at -> CounterText.read(line.text(at), line.text(at + 1)));
        if (within.isPresent() != counters.isPresent()) {
            return Optional.empty();
        }
        Optional<Counters> before = brackets ? CounterText.read(line.text(0)) : Optional.empty();
        return Optional.of(new PlannedRule(this, before.isPresent() ? before : within, said, end));
    }
}
