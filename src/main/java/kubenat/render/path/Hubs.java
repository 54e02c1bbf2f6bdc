package kubenat.render.path;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kubenat.kube.ChainRole;
import kubenat.model.ChainName;
import kubenat.trace.Step;

/**
 * Collects the hubs of a section, in the order in which packets first come to them. Where some packets come to a hub and others
 * to an ending at once, the chain that they came in by is a hub for the latter.
 */
final class Hubs {
    /** More than these, one under the other, tell nobody anything. */
    private static final int MOST = 6;

    private final Map<ChainName, Set<Hub.Fork>> forks = new LinkedHashMap<>();
    private final Map<ChainName, Set<Integer>> known = new LinkedHashMap<>();
    private final Set<ChainName> passages = new LinkedHashSet<>();

    private Hubs() {}

    static List<Hub> of(List<Course> courses, Marks marks) {
        Hubs hubs = new Hubs();
        courses.forEach(course -> hubs.add(course.hubSteps()));
        if (!hubs.forks.isEmpty()) {
            courses.stream().filter(course -> course.hubSteps().isEmpty()).forEach(course -> hubs.pass(course.entry()));
        }
        return hubs.forks.size() > MOST ? List.of(hubs.tangle()) : hubs.each(marks);
    }

    private void add(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            forks.computeIfAbsent(step.chain(), none -> new LinkedHashSet<>());
            if (i < steps.size() - 1) {
                fork(step, steps.get(i + 1).chain());
            }
        }
    }

    private void pass(ChainName entry) {
        if (!forks.containsKey(entry)) {
            forks.put(entry, new LinkedHashSet<>());
            passages.add(entry);
        }
    }

    private void fork(Step step, ChainName to) {
        int number = step.rule().map(rule -> rule.number()).orElse(0);
        if (known.computeIfAbsent(step.chain(), none -> new LinkedHashSet<>()).add(number)) {
            forks.computeIfAbsent(step.chain(), none -> new LinkedHashSet<>()).add(new Hub.Fork(step, to));
        }
    }

    private List<Hub> each(Marks marks) {
        List<Hub> hubs = new ArrayList<>();
        Set<String> services = new HashSet<>();
        forks.forEach((chain, leaving) -> {
            boolean further = ChainRole.letters(chain.name())
                    .filter(letters -> !services.add(letters))
                    .isPresent();
            Hub.Kind kind = passages.contains(chain) ? Hub.Kind.PASSAGE : further ? Hub.Kind.FURTHER : Hub.Kind.FIRST;
            hubs.add(new Hub(List.of(chain), marks.of(chain), List.copyOf(leaving), kind));
        });
        return hubs;
    }

    private Hub tangle() {
        return new Hub(List.copyOf(forks.keySet()), List.of(), List.of(), Hub.Kind.FIRST);
    }
}
