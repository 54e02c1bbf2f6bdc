package kubenat.render.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kubenat.model.Rule;
import kubenat.model.match.Match;
import kubenat.render.Cell;
import kubenat.render.Columns;
import kubenat.render.Theme;
import kubenat.render.Theme.Role;
import kubenat.trace.TraceCase;

/** Why rules did not match: for each of them, the first condition that its packets did not meet. */
final class Explanation {
    /** Conditions of a run that are named. */
    private static final int NAMED = 4;

    private Explanation() {}

    static void print(List<TraceCase> cases, Places places, Theme theme, StringBuilder out) {
        Map<String, List<TraceCase>> byText = new LinkedHashMap<>();
        for (TraceCase each : cases) {
            byText.computeIfAbsent(text(each, places, theme), none -> new ArrayList<>())
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

    private static String text(TraceCase traceCase, Places places, Theme theme) {
        Columns columns = new Columns(List.of(false, false, false, false));
        Missed.of(traceCase).forEach((chain, runs) -> {
            columns.add(new Cell(Role.STRONG, chain.toString()));
            runs.forEach(run -> add(run, places, columns));
        });
        StringBuilder text = new StringBuilder();
        columns.print("    ", theme, text);
        return text.toString();
    }

    private static void add(Missed.Run run, Places places, Columns columns) {
        boolean isOne = run.rules().size() == 1;
        String numbers = isOne
                ? "" + run.first().number()
                : run.first().number() + "–" + run.last().number();
        String lines = places.line(run.first()) + (isOne ? "" : "–" + run.last().line());
        columns.add(
                Cell.of(numbers),
                Cell.of(target(run)),
                new Cell(Role.QUIET, lines),
                Cell.of("not met: " + conditions(run)));
    }

    private static String target(Missed.Run run) {
        List<String> targets = run.rules().stream()
                .map(Rule::target)
                .map(target -> target.words())
                .distinct()
                .toList();
        return targets.size() == 1 ? targets.get(0) : "%,d targets".formatted(targets.size());
    }

    private static String conditions(Missed.Run run) {
        List<String> words = run.failed().stream().map(Match::words).distinct().toList();
        String named = words.stream().limit(NAMED).collect(Collectors.joining(", "));
        return words.size() <= NAMED ? named : "%s and %,d others".formatted(named, words.size() - NAMED);
    }
}
