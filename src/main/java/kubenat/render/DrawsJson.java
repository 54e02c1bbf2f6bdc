package kubenat.render;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kubenat.heat.Draw;
import kubenat.heat.Draws;
import kubenat.heat.Fairness;

/** Writes how often chance has chosen as JSON: the field {@code counted} of a trace and of a Service. */
public final class DrawsJson {
    private DrawsJson() {}

    public static void write(List<Draws> all, JsonOutput json) {
        json.objects("counted", all, draws -> draws(draws, json));
    }

    private static void draws(Draws draws, JsonOutput json) {
        json.text("table", draws.chain().table().toString())
                .text("chain", draws.chain().name())
                .text("unit", draws.unit())
                .number("chosen", draws.packets())
                .number("returned", draws.returned())
                .text("fairness", draws.fairness().toString());
        boolean isUneven = draws.fairness() == Fairness.UNEVEN;
        json.number(
                "farthest", isUneven ? OptionalLong.of(draws.farthest().rule().number()) : OptionalLong.empty());
        json.objects("draws", draws.all(), draw -> draw(draws, draw, json));
    }

    private static void draw(Draws draws, Draw draw, JsonOutput json) {
        json.number("rule", draw.rule().number())
                .number("line", draw.rule().line())
                .text("target", draw.rule().target().name())
                .number("expected", draw.expected());
        if (draws.packets() == 0) {
            json.text("observed", Optional.empty());
        } else {
            json.number("observed", draws.observed(draw));
        }
        json.number("chosen", draw.packets()).number("returned", draw.returned());
    }
}
