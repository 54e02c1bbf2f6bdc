package kubenat.render.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.match.Match;
import kubenat.trace.Outcome;
import kubenat.trace.Step;
import kubenat.trace.TraceCase;

/** The rules that no packet of a case has met, chain by chain; those that follow each other and fail alike are one run. */
final class Missed {
    /** Rules in a row that fail on the same kind of condition. */
    record Run(List<Rule> rules, List<Match> failed) {
        Rule first() {
            return rules.get(0);
        }

        Rule last() {
            return rules.get(rules.size() - 1);
        }
    }

    private final Map<ChainName, Map<Integer, Step>> missed = new LinkedHashMap<>();
    private final Set<Rule> met = new LinkedHashSet<>();

    private Missed() {}

    static Map<ChainName, List<Run>> of(TraceCase traceCase) {
        Missed missed = new Missed();
        traceCase.outcomes().forEach(missed::add);
        Map<ChainName, List<Run>> runs = new LinkedHashMap<>();
        missed.missed.forEach((chain, steps) -> {
            List<Step> inOrder = steps.values().stream()
                    .filter(step -> !missed.met.contains(step.rule().orElseThrow()))
                    .sorted(Comparator.comparingInt(
                            step -> step.rule().orElseThrow().number()))
                    .toList();
            if (!inOrder.isEmpty()) {
                runs.put(chain, runs(inOrder));
            }
        });
        return runs;
    }

    private void add(Outcome outcome) {
        for (Step step : outcome.path()) {
            if (step.kind() == Step.Kind.MISS) {
                missed.computeIfAbsent(step.chain(), none -> new LinkedHashMap<>())
                        .putIfAbsent(step.rule().orElseThrow().number(), step);
            } else {
                step.rule().ifPresent(met::add);
            }
        }
    }

    private static List<Run> runs(List<Step> steps) {
        List<Run> runs = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        List<Match> failed = new ArrayList<>();
        for (Step step : steps) {
            Rule rule = step.rule().orElseThrow();
            Match match = step.failed().orElseThrow();
            boolean isAlike = !rules.isEmpty()
                    && rules.get(rules.size() - 1).number() == rule.number() - 1
                    && failed.get(0).getClass() == match.getClass();
            if (!rules.isEmpty() && !isAlike) {
                runs.add(new Run(List.copyOf(rules), List.copyOf(failed)));
                rules.clear();
                failed.clear();
            }
            rules.add(rule);
            failed.add(match);
        }
        runs.add(new Run(List.copyOf(rules), List.copyOf(failed)));
        return runs;
    }
}
