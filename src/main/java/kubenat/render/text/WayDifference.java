package kubenat.render.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.model.Rule;
import kubenat.render.Cell;
import kubenat.render.Columns;
import kubenat.render.Theme;
import kubenat.render.Theme.Role;

/**
 * How the way of one case differs from that of another that is shown already.
 *
 * @param other the label of the other
 */
record WayDifference(String other, List<PathNode> more, List<PathNode> fewer) {
    /** More rules than this are better shown as a tree. */
    private static final int MOST = 6;

    /** The difference to that one which is most alike; empty if none is much alike. */
    static Optional<WayDifference> least(WayRules rules, Map<String, WayRules> shown) {
        Optional<WayDifference> least = Optional.empty();
        for (Map.Entry<String, WayRules> other : shown.entrySet()) {
            WayDifference difference = new WayDifference(
                    other.getKey(),
                    rules.without(other.getValue()),
                    other.getValue().without(rules));
            int most = least.map(WayDifference::size)
                    .orElse(Math.min(MOST + 1, rules.rules().size()));
            if (difference.size() < most && difference.more().stream().noneMatch(WayDifference::hidesRules)) {
                least = Optional.of(difference);
            }
        }
        return least;
    }

    /** Whether there is more below a rule than the line of it can hold, so that only a tree shows the whole way. */
    private static boolean hidesRules(PathNode node) {
        return node.children().size() > 1
                || node.children().stream().anyMatch(child -> !child.children().isEmpty());
    }

    private int size() {
        return more.size() + fewer.size();
    }

    /** {@code label} says of which case it is, {@code isSent} whether that begins on this node. */
    void print(String label, RuleWords words, Theme theme, boolean isSent, StringBuilder out) {
        Columns heading = new Columns(List.of(false, false));
        heading.add(
                new Cell(Role.STRONG, label),
                Cell.of("as " + other + (isSent ? ", through OUTPUT" : "") + (size() == 0 ? "" : ", but")));
        heading.print("  ", theme, out);
        Columns columns = new Columns(List.of(false, false, false, false, false));
        more.forEach(node -> add("also", node, words, columns));
        fewer.forEach(node -> add("not", node, words, columns));
        columns.print("    ", theme, out);
    }

    private static void add(String sign, PathNode node, RuleWords words, Columns columns) {
        Optional<PathNode> inlined = node.children().size() == 1
                ? node.children().stream()
                        .filter(child -> child.children().isEmpty())
                        .findFirst()
                : Optional.empty();
        List<Rule> rules = new ArrayList<>();
        node.step().rule().ifPresent(rules::add);
        inlined.flatMap(child -> child.step().rule()).ifPresent(rules::add);
        columns.add(
                new Cell(Role.STRONG, sign),
                Cell.of(node.step()
                        .rule()
                        .map(Rule::place)
                        .orElse("the policy of " + node.step().chain())),
                Cell.of(words.conditions(node, Optional.empty())),
                words.target(node, inlined.filter(child -> child.step().rule().isPresent())),
                words.lines(rules));
    }
}
