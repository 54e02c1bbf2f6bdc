package kubenat.render.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.model.Hook;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.target.Goto;
import kubenat.model.target.Jump;
import kubenat.trace.Outcome;
import kubenat.trace.Step;

/** Merges the ways of all outcomes of a case into one tree of rules for each table and hook. */
final class PathTree {
    private final Map<Place, OpenNode> sections = new LinkedHashMap<>();

    private PathTree() {}

    private record Place(Hook hook, TableName table) {}

    static List<PathSection> of(List<Outcome> outcomes) {
        Worlds worlds = new Worlds(outcomes);
        PathTree tree = new PathTree();
        for (int i = 0; i < outcomes.size(); i++) {
            tree.add(outcomes.get(i), worlds.of(i));
        }
        List<PathSection> sections = new ArrayList<>();
        tree.sections.forEach(
                (place, root) -> sections.add(new PathSection(place.hook(), place.table(), root.children(worlds))));
        return sections;
    }

    /** A rule's node hangs below the last rule that jumped to its chain; those of a built-in chain below the section. */
    private void add(Outcome outcome, int world) {
        Map<String, OpenNode> byChain = new HashMap<>();
        Place before = new Place(Hook.PREROUTING, TableName.RAW);
        OpenNode last = OpenNode.root();
        for (Step step : outcome.path()) {
            if (step.kind() == Step.Kind.MISS) {
                continue;
            }
            Place place = new Place(step.hook(), step.chain().table());
            if (!place.equals(before)) {
                byChain.clear();
                before = place;
            }
            OpenNode root = sections.computeIfAbsent(place, none -> OpenNode.root());
            OpenNode above = byChain.getOrDefault(step.chain().name(), root);
            last = above.child(step);
            last.meet(step, world);
            enters(step, above.isDeepest() ? above : last, byChain);
        }
        last.end();
    }

    private static void enters(Step step, OpenNode node, Map<String, OpenNode> byChain) {
        if (step.rule().isEmpty()) {
            return;
        }
        Rule rule = step.rule().get();
        if (rule.target() instanceof Jump || rule.target() instanceof Goto) {
            byChain.put(rule.target().name(), node);
        }
    }
}
