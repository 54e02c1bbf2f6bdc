package kubenat.render.text;

import java.util.List;
import kubenat.heat.Draw;
import kubenat.heat.Draws;
import kubenat.render.Broken;
import kubenat.render.Cell;
import kubenat.render.Chances;
import kubenat.render.Columns;
import kubenat.render.DisplayWidth;
import kubenat.render.Percent;
import kubenat.render.Theme;
import kubenat.render.Theme.Role;

/** What the counters say of the chains in which chance chooses: what each choice should have got, and what it got. */
final class Counted {
    /** Choices of a chain that are shown. */
    private static final int SHOWN = 12;

    /** What numbers in a tree mean. */
    static final String NOTE =
            "n× after a rule's number: so many packets have met it, of nat only the first of each connection."
                    + " Since when is not known: kube-proxy sets all counters of a chain to 0 when it writes the chain anew (from"
                    + " Kubernetes 1.27 on if it changes and about every hour, before at every sync); those of different chains"
                    + " do not compare";

    private Counted() {}

    static void print(List<Draws> all, Chances chances, Theme theme, boolean wide, StringBuilder out) {
        for (Draws draws : all) {
            String place = "counted in " + draws.chain();
            String words = theme.plain(": " + chances.words(draws));
            out.append("  ").append(theme.paint(Role.STRONG, place));
            int first = theme.width() - 2 - DisplayWidth.of(theme.plain(place));
            out.append(String.join("\n      ", Broken.lines(words, first, theme.width() - 6)))
                    .append('\n');
            Columns columns = new Columns(List.of(true, false, false, true, false));
            int shown = wide || draws.all().size() <= SHOWN + 4 ? draws.all().size() : SHOWN;
            draws.all().subList(0, shown).forEach(draw -> add(draw, draws, chances, columns));
            if (shown < draws.all().size()) {
                columns.add(
                        Cell.EMPTY,
                        Cell.of("+%,d more (all: -o wide)".formatted(draws.all().size() - shown)));
            }
            columns.print("    ", theme, out);
            out.append('\n');
        }
    }

    private static void add(Draw draw, Draws draws, Chances chances, Columns columns) {
        String observed = draws.packets() == 0 ? "" : ", observed " + Percent.of(draws.observed(draw));
        String returned = draws.returned() == 0 ? "" : "and %,d came back".formatted(draw.returned());
        columns.add(
                new Cell(Role.QUIET, "" + draw.rule().number()),
                new Cell(Role.ENDPOINT, chances.place(draw)),
                Cell.of("expected " + Percent.of(draw.expected()) + observed),
                Cell.of("%,d".formatted(draw.packets())),
                new Cell(Role.QUIET, returned));
    }
}
