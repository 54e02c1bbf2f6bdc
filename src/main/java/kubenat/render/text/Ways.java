package kubenat.render.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.render.Cell;
import kubenat.render.Columns;
import kubenat.render.Theme;
import kubenat.render.Theme.Role;
import kubenat.trace.SourceClass;
import kubenat.trace.TraceCase;
import kubenat.trace.Verdict;

/** The ways through the rules: a tree for the first case, and for the others what differs from it, where that is little. */
final class Ways {
    private final RuleWords words;
    private final Theme theme;
    private final boolean wide;
    private final Map<String, WayRules> shown = new LinkedHashMap<>();

    private Ways(RuleWords words, Theme theme, boolean wide) {
        this.words = words;
        this.theme = theme;
        this.wide = wide;
    }

    static void print(List<TraceCase> cases, RuleWords words, Theme theme, boolean wide, StringBuilder out) {
        Ways ways = new Ways(words, theme, wide);
        Map<List<PathSection>, List<TraceCase>> byTree = new LinkedHashMap<>();
        for (TraceCase each : cases) {
            List<PathSection> all = PathTree.of(each.outcomes());
            byTree.computeIfAbsent(wide ? all : Pruning.of(all), none -> new ArrayList<>())
                    .add(each);
        }
        byTree.forEach((tree, those) -> ways.print(tree, those, byTree.size() > 1, out));
        out.append('\n');
    }

    private void print(List<PathSection> tree, List<TraceCase> cases, boolean isLabelled, StringBuilder out) {
        String label = Summary.label(cases);
        WayRules rules = WayRules.of(tree);
        Optional<WayDifference> difference = wide ? Optional.empty() : WayDifference.least(rules, shown);
        out.append(shown.isEmpty() && difference.isEmpty() ? "" : "\n");
        if (difference.isPresent()) {
            boolean isSent = cases.stream().allMatch(each -> each.from().equals(List.of(SourceClass.NODE)));
            difference.get().print(label, words, theme, isSent, out);
            return;
        }
        if (isLabelled) {
            out.append("  ").append(theme.paint(Role.STRONG, label)).append('\n');
        }
        shown.put(label, rules);
        print(tree, cases, out);
    }

    private void print(List<PathSection> tree, List<TraceCase> cases, StringBuilder out) {
        Columns columns = TreeRows.columns();
        TreeRows.add(tree, words, wide, columns);
        if (tree.isEmpty()) {
            boolean isKnown = cases.stream()
                    .flatMap(each -> each.outcomes().stream())
                    .noneMatch(outcome -> outcome.verdict() == Verdict.UNKNOWN);
            columns.add(Cell.of(isKnown ? "no rule changes or stops it" : "no rule is known to change or stop it"));
        }
        columns.print("    ", theme, out);
    }
}
