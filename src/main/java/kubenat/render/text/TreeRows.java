package kubenat.render.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.model.Rule;
import kubenat.render.Cell;
import kubenat.render.Columns;
import kubenat.render.Percent;
import kubenat.render.Spread;
import kubenat.render.Theme.Role;
import kubenat.trace.Step;

/** Lays a tree of rules out in rows: number, how often it was met, share, conditions, target, line, what it is for. */
final class TreeRows {
    /** Rules of one chain that are shown before the rest is summed up: as many as keep the whole to a page. */
    private static final List<Integer> SHOWN = List.of(20, 12, 8, 5, 3, 2, 1);

    private static final int PAGE = 64;

    private final RuleWords words;
    private final boolean wide;
    private final Columns columns;
    private final int most;

    private TreeRows(RuleWords words, boolean wide, Columns columns, int most) {
        this.words = words;
        this.wide = wide;
        this.columns = columns;
        this.most = most;
    }

    /** The columns that {@link #add} fills. */
    static Columns columns() {
        return new Columns(List.of(true, true, true, false, false, false, false));
    }

    static void add(List<PathSection> sections, RuleWords words, boolean wide, Columns columns) {
        TreeRows rows = new TreeRows(words, wide, columns, most(sections));
        for (PathSection section : sections) {
            columns.add(new Cell(Role.STRONG, section.title()));
            rows.rows(section.roots(), "", 0, Optional.of(1.0));
        }
    }

    private static int most(List<PathSection> sections) {
        for (int most : SHOWN) {
            int rows = sections.stream()
                    .mapToInt(section -> 1 + count(section.roots(), most))
                    .sum();
            if (rows <= PAGE) {
                return most;
            }
        }
        return 1;
    }

    /** A few more are shown rather than counted. */
    private static int slack(int most) {
        return Math.min(4, most);
    }

    private static int count(List<PathNode> nodes, int most) {
        int shown = nodes.size() <= most + slack(most) ? nodes.size() : most + 1;
        return shown
                + nodes.stream()
                        .limit(shown)
                        .mapToInt(node -> count(node.children(), most))
                        .sum();
    }

    private void rows(List<PathNode> nodes, String indent, int depth, Optional<Double> above) {
        if (depth == OpenNode.DEEPEST && nodes.size() > 1) {
            columns.add(
                    Cell.EMPTY,
                    Cell.EMPTY,
                    Cell.EMPTY,
                    new Cell(
                            Role.PROBLEM,
                            indent + "└ deeper than " + OpenNode.DEEPEST
                                    + " jumps: what follows stands one below the other, without levels"));
        }
        boolean all = wide || nodes.size() <= most + slack(most);
        int shown = all ? nodes.size() : most;
        for (int i = 0; i < shown; i++) {
            boolean isLast = i == nodes.size() - 1;
            row(nodes.get(i), indent, depth, isLast, above);
        }
        if (!all) {
            rest(nodes.subList(shown, nodes.size()), indent, depth);
        }
    }

    private void row(PathNode node, String indent, int depth, boolean isLast, Optional<Double> above) {
        String branch = depth == 0 ? "" : isLast ? "└ " : "├ ";
        Optional<PathNode> inlined = inlined(node);
        List<Rule> rules = new ArrayList<>();
        node.step().rule().ifPresent(rules::add);
        inlined.flatMap(child -> child.step().rule()).ifPresent(rules::add);
        columns.add(
                words.number(node.step()),
                words.times(node.step()),
                Cell.of(share(node, above)),
                Cell.of(indent + branch + words.conditions(node, depth == 0 ? Optional.empty() : above)),
                words.target(node, inlined),
                words.lines(rules),
                words.note(node, inlined));
        if (inlined.isEmpty()) {
            String below = depth == 0 ? "" : isLast ? "  " : "│ ";
            rows(node.children(), indent + below, depth + 1, node.share().or(() -> above));
        }
    }

    /** The only rule of a chain, where it asks for nothing more: it is shown together with the jump. */
    private Optional<PathNode> inlined(PathNode node) {
        if (wide || node.children().size() != 1) {
            return Optional.empty();
        }
        PathNode child = node.children().get(0);
        boolean isPlain = child.children().isEmpty()
                && child.step().kind() == Step.Kind.RULE
                && child.step().rule().filter(RuleWords::asksNothing).isPresent()
                && child.share().equals(node.share());
        return isPlain ? Optional.of(child) : Optional.empty();
    }

    private static String share(PathNode node, Optional<Double> above) {
        return node.share()
                .filter(share -> above.isEmpty() || Math.abs(share - above.get()) > 1e-9)
                .map(Percent::of)
                .orElse("");
    }

    private void rest(List<PathNode> nodes, String indent, int depth) {
        List<Double> shares =
                nodes.stream().flatMap(node -> node.share().stream()).toList();
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        String text = "%s%s… and %,d more rules".formatted(indent, depth == 0 ? "" : "└ ", nodes.size());
        boolean addUp = shares.size() == nodes.size() && sum < 1 + 1e-9;
        columns.add(
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.of(addUp ? Percent.of(sum) : ""),
                Cell.of(text),
                Cell.of(addUp ? Spread.words(shares) : ""),
                Cell.of("all: -o wide"));
    }
}
