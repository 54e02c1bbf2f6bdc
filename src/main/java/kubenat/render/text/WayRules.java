package kubenat.render.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.trace.Step;

/** The rules of a tree, each with whether the one above it is there: what two trees are compared by. */
record WayRules(Map<WayRules.Key, WayRules.Met> rules) {

    /**
     * What makes rules the same in two trees. Built-in chains of different hooks may hold the same rules, by which packets of
     * different classes come to the same chains.
     */
    record Key(TableName table, String chain, int number, String words, String target, Optional<Double> share) {
        static Key of(PathNode node, PathSection section) {
            Step step = node.step();
            boolean isBuiltIn = step.chain().name().equals(section.hook().name());
            Optional<Rule> rule = step.rule();
            return new Key(
                    section.table(),
                    isBuiltIn ? "" : step.chain().name(),
                    isBuiltIn ? 0 : rule.map(Rule::number).orElse(0),
                    rule.map(Rule::words).orElse(""),
                    step.target(),
                    node.share());
        }
    }

    /** A rule as it stands in a tree. */
    record Met(PathNode node, Optional<Key> above) {}

    static WayRules of(List<PathSection> sections) {
        WayRules all = new WayRules(new LinkedHashMap<>());
        sections.forEach(section -> all.add(section.roots(), section, Optional.empty()));
        return all;
    }

    private void add(List<PathNode> nodes, PathSection section, Optional<Key> above) {
        for (PathNode node : nodes) {
            Key key = Key.of(node, section);
            rules.putIfAbsent(key, new Met(node, above));
            add(node.children(), section, Optional.of(key));
        }
    }

    /** Those that the other has not, without those below them. */
    List<PathNode> without(WayRules other) {
        return rules.entrySet().stream()
                .filter(met -> !other.rules.containsKey(met.getKey()))
                .filter(met -> met.getValue()
                        .above()
                        .filter(above -> !other.rules.containsKey(above))
                        .isEmpty())
                .map(met -> met.getValue().node())
                .toList();
    }
}
