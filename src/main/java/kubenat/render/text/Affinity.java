package kubenat.render.text;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.match.Match;
import kubenat.model.match.Recent;
import kubenat.render.Answer;
import kubenat.trace.Outcome;
import kubenat.trace.Step;

/** Session affinity: clients that a rule on the way put on a list, and an earlier rule sends back where they were. */
final class Affinity {
    private Affinity() {}

    /** One sentence for each number of seconds for which clients return; none without affinity. */
    static Set<String> words(Answer answer) {
        Set<String> words = new LinkedHashSet<>();
        answer.trace().cases().stream()
                .flatMap(each -> each.outcomes().stream())
                .flatMap(outcome -> seconds(outcome, answer.ruleset()).stream())
                .distinct()
                .forEach(seconds -> words.add(
                        seconds == 0
                                ? "returning clients go back to the same endpoint"
                                : "returning clients go back to the same endpoint for " + duration(seconds)
                                        + " after their last new connection"));
        return words;
    }

    /** {@code 10800 s (3 h)}. */
    private static String duration(long seconds) {
        String hours = seconds % 3600 == 0 ? " (" + seconds / 3600 + " h)" : "";
        return seconds + " s" + (hours.isEmpty() && seconds % 60 == 0 ? " (" + seconds / 60 + " min)" : hours);
    }

    private static Optional<Long> seconds(Outcome outcome, Ruleset ruleset) {
        Set<ChainName> chains = new LinkedHashSet<>();
        for (Step step : outcome.path()) {
            chains.add(step.chain());
            Optional<String> list =
                    lists(step.rule(), Recent.Action.SET).map(Recent::list).findFirst();
            if (step.kind() == Step.Kind.RULE && list.isPresent()) {
                return chains.stream()
                        .flatMap(chain -> ruleset.chain(chain).stream())
                        .flatMap(chain -> chain.rulesWith(list.get()).stream())
                        .flatMap(rule ->
                                checks(rule).filter(recent -> recent.list().equals(list.get())))
                        .map(Recent::seconds)
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static Stream<Recent> checks(Rule rule) {
        return Stream.concat(
                lists(Optional.of(rule), Recent.Action.CHECK), lists(Optional.of(rule), Recent.Action.UPDATE));
    }

    private static Stream<Recent> lists(Optional<Rule> rule, Recent.Action action) {
        return rule.stream()
                .flatMap(r -> r.matches().stream())
                .filter(match -> match instanceof Recent recent && recent.action() == action && !recent.negated())
                .map(Affinity::recent);
    }

    private static Recent recent(Match match) {
        return (Recent) match;
    }
}
