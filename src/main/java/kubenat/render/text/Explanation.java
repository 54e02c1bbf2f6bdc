package kubenat.render.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.render.Cell;
import kubenat.render.Columns;
import kubenat.render.Theme;
import kubenat.render.Theme.Role;
import kubenat.render.Wanting;
import kubenat.trace.TraceCase;

/** Why rules did not match: for each of them, what would have to be so. */
final class Explanation {
    private final Places places;
    private final Wanting wanting;
    private final Theme theme;

    private Explanation(Ruleset ruleset, Theme theme, boolean wide) {
        this.places = new Places(ruleset);
        this.wanting = new Wanting(ruleset, wide);
        this.theme = theme;
    }

    /** {@code wide} leaves nothing out. */
    static void print(List<TraceCase> cases, Ruleset ruleset, Theme theme, boolean wide, StringBuilder out) {
        Explanation explanation = new Explanation(ruleset, theme, wide);
        Map<String, List<TraceCase>> byText = new LinkedHashMap<>();
        for (TraceCase each : cases) {
            byText.computeIfAbsent(explanation.text(each), none -> new ArrayList<>())
                    .add(each);
        }
        byText.forEach((text, those) -> {
            if (!text.isEmpty()) {
                String label = "why other rules did not match, " + Summary.label(those);
                out.append("  ")
                        .append(theme.paint(Role.STRONG, label))
                        .append('\n')
                        .append(text)
                        .append('\n');
            }
        });
    }

    private String text(TraceCase traceCase) {
        Columns columns = new Columns(List.of(false, false, false, false));
        Missed.of(traceCase).forEach((chain, runs) -> {
            columns.add(new Cell(Role.STRONG, chain.toString()));
            runs.forEach(run -> add(run, columns));
        });
        StringBuilder text = new StringBuilder();
        columns.print("    ", theme, text);
        return text.toString();
    }

    private void add(Missed.Run run, Columns columns) {
        boolean isOne = run.rules().size() == 1;
        String numbers = isOne
                ? "" + run.first().number()
                : run.first().number() + "–" + run.last().number();
        String lines = places.line(run.first()) + (isOne ? "" : "–" + run.last().line());
        columns.add(
                Cell.of(numbers),
                Cell.of(target(run)),
                new Cell(Role.QUIET, lines, places.spot(run.first())),
                Cell.of("would match " + wanting.words(run.steps())));
    }

    private static String target(Missed.Run run) {
        List<String> targets = run.rules().stream()
                .map(Rule::target)
                .map(target -> target.words())
                .distinct()
                .toList();
        return targets.size() == 1 ? targets.get(0) : "%,d targets".formatted(targets.size());
    }
}
