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
    record Run(List<Step> steps) {
        List<Rule> rules() {
            return steps.stream().map(step -> step.rule().orElseThrow()).toList();
        }

        Rule first() {
            return steps.get(0).rule().orElseThrow();
        }

        Rule last() {
            return steps.get(steps.size() - 1).rule().orElseThrow();
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
        List<Step> run = new ArrayList<>();
        for (Step step : steps) {
            if (!run.isEmpty() && !isAlike(run.get(run.size() - 1), step)) {
                runs.add(new Run(List.copyOf(run)));
                run.clear();
            }
            run.add(step);
        }
        runs.add(new Run(List.copyOf(run)));
        return runs;
    }

    private static boolean isAlike(Step last, Step next) {
        return last.rule().orElseThrow().number() == next.rule().orElseThrow().number() - 1
                && last.failed().map(Match::getClass).equals(next.failed().map(Match::getClass));
    }
}
