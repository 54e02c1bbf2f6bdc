package kubenat.render.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.target.MarkTarget;
import kubenat.trace.Step;

/** Finds the rules that mark packets before the decision, by the chain of the spine that they belong to. */
final class Marks {
    private final Map<ChainName, Map<Integer, Found>> byChain = new LinkedHashMap<>();
    private final Map<ChainName, List<Way>> passing = new LinkedHashMap<>();

    private record Found(Rule rule, String words, List<Way> ways) {}

    Marks(List<Way> ways) {
        ways.forEach(this::search);
    }

    private void search(Way way) {
        Set<ChainName> spine = way.spine().steps().stream().map(Step::chain).collect(Collectors.toSet());
        spine.forEach(chain ->
                passing.computeIfAbsent(chain, none -> new ArrayList<>()).add(way));
        List<Step> path = way.outcome().path().subList(0, way.spine().end());
        for (int i = 0; i < path.size(); i++) {
            Step step = path.get(i);
            if (step.kind() == Step.Kind.RULE
                    && step.rule()
                            .filter(rule -> rule.target() instanceof MarkTarget)
                            .isPresent()) {
                add(way, spine, Spine.to(path, i));
            }
        }
    }

    /** Notes a mark at the last chain of the spine that led to it. */
    private void add(Way way, Set<ChainName> spine, List<Step> steps) {
        Step marking = steps.get(steps.size() - 1);
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (spine.contains(step.chain())) {
                step.rule().ifPresent(rule -> note(rule, marking.target(), way));
                return;
            }
        }
    }

    private void note(Rule rule, String words, Way way) {
        byChain.computeIfAbsent(rule.chain(), none -> new LinkedHashMap<>())
                .computeIfAbsent(rule.number(), none -> new Found(rule, words, new ArrayList<>()))
                .ways()
                .add(way);
    }

    /** The marks that packets get by the rules of a chain. */
    List<Mark> of(ChainName chain) {
        Scope scope = Scope.of(passing.getOrDefault(chain, List.of()));
        return byChain.getOrDefault(chain, Map.of()).values().stream()
                .map(found -> new Mark(found.rule(), found.words(), scope.lines(found.ways())))
                .toList();
    }
}
