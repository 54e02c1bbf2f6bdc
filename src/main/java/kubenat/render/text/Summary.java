package kubenat.render.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kubenat.model.packet.Condition;
import kubenat.render.Cell;
import kubenat.render.Columns;
import kubenat.render.Percent;
import kubenat.render.Spread;
import kubenat.render.Theme.Role;
import kubenat.render.text.Decision.Choice;
import kubenat.render.text.Decision.Fork;
import kubenat.render.text.Decision.Many;
import kubenat.render.text.Decision.Settled;
import kubenat.trace.SourceClass;
import kubenat.trace.TraceCase;

/** The answer for each source class: endpoints, shares, and what becomes of the source address. */
final class Summary {
    private static final int SHOWN = 12;

    /** Questions that are asked before cases are counted instead. */
    static final int QUESTIONS = 12;

    /** Ways in which many cases end that are named, and cases of each. */
    private static final int ENDS = 6;

    private static final int EXAMPLES = 2;

    private final boolean wide;
    private final Columns columns = new Columns(List.of(false, true, false, false));
    private final Map<Decision, String> told = new LinkedHashMap<>();
    private String label = "";

    private Summary(boolean wide) {
        this.wide = wide;
    }

    static Columns table(List<TraceCase> cases, Places places, boolean wide) {
        Summary summary = new Summary(wide);
        cases.forEach(
                each -> summary.add(each, Decider.of(each.outcomes(), places, wide ? Integer.MAX_VALUE : QUESTIONS)));
        return summary.columns;
    }

    private void add(TraceCase traceCase, Decision decision) {
        label = label(List.of(traceCase));
        String before = told.putIfAbsent(decision, label);
        if (before == null) {
            add(decision, "");
            return;
        }
        String as = told.size() == 1 ? "the same" : "the same as " + before;
        String hook = traceCase.from().equals(List.of(SourceClass.NODE)) ? ", through OUTPUT" : "";
        columns.add(label(), Cell.of(as + hook));
    }

    /** The label, once. */
    private Cell label() {
        String now = label;
        label = "";
        return new Cell(Role.STRONG, now);
    }

    /** {@code from outside, a Pod or this node}. */
    static String label(List<TraceCase> cases) {
        List<String> all = cases.stream()
                .flatMap(each -> each.from().stream())
                .map(Summary::words)
                .toList();
        String last = all.get(all.size() - 1);
        return "from " + (all.size() == 1 ? last : String.join(", ", all.subList(0, all.size() - 1)) + " or " + last);
    }

    private static String words(SourceClass from) {
        return switch (from) {
            case OUTSIDE -> "outside";
            case POD -> "a Pod";
            case ENDPOINT -> "the endpoint itself";
            case NODE -> "this node";
        };
    }

    private void add(Decision decision, String indent) {
        if (decision instanceof Fork fork) {
            add(fork, indent, "if ");
        } else if (decision instanceof Choice choice) {
            choice.ways().forEach((when, settled) -> {
                columns.add(label(), Cell.of(indent + heading(when)));
                add(settled, indent + "  ");
            });
        } else if (decision instanceof Many many) {
            add(many, indent);
        } else {
            add((Settled) decision, indent);
        }
    }

    private void add(Fork fork, String indent, String lead) {
        columns.add(label(), Cell.of(indent + lead + ConditionText.one(fork.condition(), wide) + ":"));
        add(fork.yes(), indent + "  ");
        if (fork.no() instanceof Fork next) {
            add(next, indent, "otherwise, if ");
        } else {
            columns.add(label(), Cell.of(indent + "otherwise:"));
            add(fork.no(), indent + "  ");
        }
    }

    private void add(Many many, String indent) {
        columns.add(
                label(),
                Cell.of("%sit depends on %s: %,d cases (all: -o wide)"
                        .formatted(indent, String.join(", ", many.fields()), many.cases())));
        List<Many.Group> groups = many.groups();
        int shown = groups.size() <= ENDS + 1 ? groups.size() : ENDS;
        groups.subList(0, shown).forEach(group -> add(group, indent + "  "));
        if (shown < groups.size()) {
            columns.add(
                    Cell.EMPTY,
                    Cell.of("%s  … and %s".formatted(indent, others(groups.subList(shown, groups.size())))));
        }
    }

    /** {@code 431 cases dropped, 26 rejected, by other rules}. */
    private static String others(List<Many.Group> groups) {
        Map<String, Integer> kinds = new TreeMap<>();
        for (Many.Group group : groups) {
            String kind = group.end().shares().keySet().stream()
                    .map(Fate::kind)
                    .distinct()
                    .sorted()
                    .map(Fate.Kind::words)
                    .collect(Collectors.joining(" or "));
            kinds.merge(kind, group.when().size(), Integer::sum);
        }
        return kinds.entrySet().stream()
                .map(kind -> "%,d %s".formatted(kind.getValue(), kind.getKey()))
                .collect(Collectors.joining(", ", "", " by other rules"));
    }

    private void add(Many.Group group, String indent) {
        int cases = group.when().size();
        int shown = cases <= EXAMPLES + 1 ? cases : EXAMPLES;
        columns.add(label(), Cell.of("%s%,d %s:".formatted(indent, cases, cases == 1 ? "case" : "cases")));
        add(group.end(), indent + "  ");
        group.when().stream()
                .limit(shown)
                .forEach(when -> columns.add(
                        Cell.EMPTY,
                        new Cell(Role.QUIET, indent + "    " + heading(when).replaceFirst(":$", ""))));
        if (shown < cases) {
            columns.add(Cell.EMPTY, new Cell(Role.QUIET, "%s    … %,d more".formatted(indent, cases - shown)));
        }
    }

    private String heading(List<Condition> when) {
        String words = ConditionText.all(when, wide);
        return words.isEmpty() ? "in any case:" : "if " + words + ":";
    }

    private void add(Settled settled, String indent) {
        List<Map.Entry<Fate, Double>> all = new ArrayList<>(settled.shares().entrySet());
        if (all.size() == 1 && all.get(0).getValue() > 1 - 1e-9) {
            Fate fate = all.get(0).getKey();
            String detail = fate.detail().isEmpty() ? "" : "  " + fate.detail();
            columns.add(label(), new Cell(fate.kind().role(), indent + fate.where() + detail));
            return;
        }
        String common = settled.detail();
        int shown = wide || all.size() <= SHOWN + 4 ? all.size() : SHOWN;
        for (int i = 0; i < shown; i++) {
            Fate fate = all.get(i).getKey();
            String detail = common.isEmpty() ? fate.detail() : i == 0 ? common : "";
            columns.add(
                    label(),
                    Cell.of(indent + Percent.of(all.get(i).getValue())),
                    new Cell(fate.kind().role(), fate.where()),
                    Cell.of(detail));
        }
        if (shown < all.size()) {
            rest(all.subList(shown, all.size()));
        }
    }

    private void rest(List<Map.Entry<Fate, Double>> rest) {
        List<Double> shares = rest.stream().map(Map.Entry::getValue).toList();
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        columns.add(
                Cell.EMPTY,
                Cell.of(Percent.of(sum)),
                Cell.of("+%,d more, %s (all: -o wide)".formatted(rest.size(), Spread.words(shares))));
    }
}
