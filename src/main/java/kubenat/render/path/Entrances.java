package kubenat.render.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kubenat.kube.ChainRole;
import kubenat.model.ChainName;
import kubenat.model.Hook;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.trace.SourceClass;
import kubenat.trace.Step;

/** Finds the ways in of a section: what all packets that come by one table at one hook share, up to a Service or to where they part. */
final class Entrances {
    private final Chains chains;
    private final Marks marks;

    Entrances(Chains chains, Marks marks) {
        this.chains = chains;
        this.marks = marks;
    }

    /** A table at a hook. */
    record Door(Hook hook, ChainName chain) {
        static Door of(Way way) {
            List<Step> spine = way.spine().steps();
            if (spine.isEmpty()) {
                Hook hook = way.from() == SourceClass.NODE ? Hook.OUTPUT : Hook.PREROUTING;
                return new Door(hook, new ChainName(TableName.NAT, hook.name()));
            }
            return new Door(spine.get(0).hook(), spine.get(0).chain());
        }
    }

    static Map<Door, List<Way>> doors(List<Way> ways) {
        Map<Door, List<Way>> doors = new LinkedHashMap<>();
        ways.forEach(way ->
                doors.computeIfAbsent(Door.of(way), none -> new ArrayList<>()).add(way));
        return doors;
    }

    /** How many steps of their spines the ways share before a Service's chain, and before they part. */
    static int shared(List<Way> ways) {
        List<List<Step>> spines = ways.stream()
                .map(way -> way.spine().steps())
                .filter(spine -> !spine.isEmpty())
                .toList();
        if (spines.isEmpty()) {
            return 0;
        }
        List<Step> first = spines.get(0);
        int shared = 0;
        while (shared < first.size() && isShared(spines, shared) && !isService(first.get(shared))) {
            shared++;
        }
        return shared;
    }

    private static boolean isShared(List<List<Step>> spines, int index) {
        Step first = spines.get(0).get(index);
        return spines.stream().allMatch(spine -> spine.size() > index && isSame(spine.get(index), first));
    }

    static boolean isSame(Step one, Step other) {
        return one.chain().equals(other.chain())
                && number(one) == number(other)
                && one.policy().equals(other.policy());
    }

    private static int number(Step step) {
        return step.rule().map(Rule::number).orElse(0);
    }

    private static boolean isService(Step step) {
        return ChainRole.of(step.chain().name()).isOfService();
    }

    List<Entry> entries(List<Way> ways) {
        List<Entry> entries = new ArrayList<>();
        doors(ways).forEach((door, coming) -> entries.add(entry(door, coming, entries)));
        return entries;
    }

    private Entry entry(Door door, List<Way> ways, List<Entry> before) {
        int shared = shared(ways);
        List<Step> steps = ways.stream()
                .map(way -> way.spine().steps())
                .filter(spine -> !spine.isEmpty())
                .findFirst()
                .map(spine -> spine.subList(0, shared))
                .orElse(List.of());
        List<StepNote> notes = steps.stream().map(step -> note(step, ways)).toList();
        int sameAs = before.isEmpty() ? 0 : sameEnd(before.get(0).steps(), notes);
        return new Entry(door.hook(), door.chain(), ways, notes, sameAs);
    }

    /** How many steps at the end are the same; not all of them, so that what is different can be told. */
    private static int sameEnd(List<StepNote> one, List<StepNote> other) {
        int most = Math.min(one.size(), other.size()) - 1;
        int same = 0;
        while (same < most
                && isSame(
                        one.get(one.size() - 1 - same).step(),
                        other.get(other.size() - 1 - same).step())) {
            same++;
        }
        return same;
    }

    private StepNote note(Step step, List<Way> ways) {
        String skipped = step.rule().map(rule -> skipped(step, rule, ways)).orElse("");
        return new StepNote(step, chains.size(step.chain()), skipped, marks.of(step.chain()));
    }

    private static String skipped(Step step, Rule rule, List<Way> ways) {
        Set<Integer> matched = ways.stream()
                .flatMap(way -> way.outcome().path().stream())
                .filter(other -> other.hook() == step.hook() && other.chain().equals(step.chain()))
                .filter(other -> other.kind() == Step.Kind.RULE)
                .map(Entrances::number)
                .filter(number -> number < rule.number())
                .collect(Collectors.toSet());
        return unmatched(matched, rule.number());
    }

    /** In words, the rules before this one that did not match. */
    private static String unmatched(Set<Integer> matched, int before) {
        int count = before - 1 - matched.size();
        if (count == 0) {
            return "";
        }
        int first = 1;
        while (matched.contains(first)) {
            first++;
        }
        int last = before - 1;
        while (matched.contains(last)) {
            last--;
        }
        if (first == last) {
            return "rule " + first + " does not match";
        }
        boolean run = last - first + 1 == count;
        return run ? "rules " + first + "–" + last + " do not match" : count + " rules before it do not match";
    }
}
