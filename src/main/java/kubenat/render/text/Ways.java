package kubenat.render.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.render.Theme;
import kubenat.render.Theme.Role;
import kubenat.trace.TraceCase;

/** The ways through the rules: one tree for the cases that have the same. */
final class Ways {
    private Ways() {}

    static void print(List<TraceCase> cases, RuleWords words, Theme theme, boolean wide, StringBuilder out) {
        Map<String, List<TraceCase>> byTree = new LinkedHashMap<>();
        for (TraceCase each : cases) {
            String tree = tree(each, words, theme, wide);
            byTree.computeIfAbsent(tree, none -> new ArrayList<>()).add(each);
        }
        byTree.forEach((tree, those) -> {
            if (byTree.size() > 1) {
                String label = Summary.label(those);
                out.append("  ").append(theme.paint(Role.STRONG, label)).append('\n');
            }
            out.append(tree.isEmpty() ? "    no rule changes or stops it\n" : tree)
                    .append('\n');
        });
    }

    private static String tree(TraceCase traceCase, RuleWords words, Theme theme, boolean wide) {
        List<PathSection> all = PathTree.of(traceCase.outcomes());
        Columns columns = TreeRows.columns();
        for (PathSection section : wide ? all : Pruning.of(all)) {
            columns.add(new Cell(Role.STRONG, section.title()));
            TreeRows.add(section, words, wide, columns);
        }
        StringBuilder text = new StringBuilder();
        columns.print("    ", theme, text);
        return text.toString();
    }
}
