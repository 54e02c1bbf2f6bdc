package kubenat.render.path;

import java.util.List;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.render.Percent;
import kubenat.render.picture.Area;
import kubenat.render.picture.Box;
import kubenat.render.picture.Face;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Shape;
import kubenat.trace.SourceClass;
import kubenat.trace.Step;

/** The card of an ending: where to, by which rule, and under which conditions. */
final class EndingCard {
    private static final double MARGIN = 20;

    private final EndingRow row;
    private final Ending ending;
    private final Colours colours;
    private final Chains chains;
    private final Facts facts;

    EndingCard(EndingRow row, Chains chains, Facts facts) {
        this.row = row;
        this.ending = row.first();
        this.colours = Colours.of(row.kind());
        this.chains = chains;
        this.facts = facts;
    }

    /** The card; a small one has no more than two lines, and the reason on it. */
    Box card(boolean small) {
        if (row.isFolded()) {
            return folded();
        }
        return small && row.kind() == EndingKey.Kind.ENDPOINT ? small() : large();
    }

    private Box large() {
        Flow flow = new Flow(Grid.ENDING_WIDTH, MARGIN, 14);
        String headline = headline();
        flow.line(Face.ADDRESS.fitting(headline, flow.room(), 9), colours.ink(), headline);
        flow.gap(2);
        ending.decision().ifPresent(step -> decision(flow, step));
        flow.wrapped(Face.PLAIN, colours.ink(), why(), 4);
        recovered(flow);
        counted(flow);
        rest(flow);
        return finish(flow, Math.max(7, 84 - flow.y()));
    }

    /** An endpoint that its chain's name proves, where the rule itself cannot be read. */
    private void recovered(Flow flow) {
        if (row.kind() == EndingKey.Kind.PROBLEM) {
            facts.endpoint(ending.ways().get(0).outcome())
                    .ifPresent(endpoint -> flow.wrapped(
                            Face.BOLD, colours.ink(), "its name proves that it is " + endpoint + " (recovered)", 2));
        }
    }

    private void counted(Flow flow) {
        facts.counted(ending).ifPresent(words -> flow.line(Face.SMALL, Paint.MUTED, words));
    }

    private void rest(Flow flow) {
        ending.only().forEach(only -> flow.wrapped(Face.BOLD, colours.ink(), only, 3));
        for (Mark mark : ending.marks()) {
            String words = "rule " + mark.rule().number() + " · " + mark.words().replace(", go on", "");
            flow.wrapped(Face.PLAIN, Paint.MARK_TEXT, words + only(mark), 2);
        }
        lostLater().ifPresent(words -> flow.wrapped(Face.BOLD, Paint.PROBLEM_TEXT, words, 2));
    }

    private static String only(Mark mark) {
        String words = String.join("; ", mark.only());
        boolean hairpin = words.startsWith(SourceWords.of(List.of(SourceClass.ENDPOINT)));
        return words.isEmpty() ? "" : hairpin ? ", if it is the sender" : ", only " + words;
    }

    private Box small() {
        Flow flow = new Flow(Grid.ENDING_WIDTH, MARGIN, 7);
        Face face = Face.ADDRESS.sized(13);
        flow.line(face.fitting(headline(), flow.room(), 9), colours.ink(), headline());
        flow.gap(-3);
        String chain = ending.decision().map(step -> step.chain().name()).orElse("");
        String reason =
                reason().map(words -> words.substring(words.indexOf(" · "))).orElse("");
        flow.line(Face.CODE.sized(10), Paint.MUTED, chain + reason);
        counted(flow);
        rest(flow);
        return finish(flow, 2);
    }

    private Optional<String> reason() {
        return ending.arrivals().stream()
                .findFirst()
                .flatMap(Ending.Arrival::step)
                .map(Reasons::of);
    }

    private Box folded() {
        Flow flow = new Flow(Grid.ENDING_WIDTH, MARGIN, 10);
        boolean problems = row.kind() == EndingKey.Kind.PROBLEM;
        String what = problems ? " more ends like these" : " more endpoints";
        flow.line(Face.HEADING, colours.ink(), "+ " + row.folded().size() + what);
        flow.line(Face.PLAIN, Paint.MUTED, each() + ", " + row.share() + " together");
        return finish(flow, 4);
    }

    private String each() {
        double least = row.folded().stream()
                .mapToDouble(e -> e.share().most().toDouble())
                .min()
                .orElse(0);
        double most = row.folded().stream()
                .mapToDouble(e -> e.share().most().toDouble())
                .max()
                .orElse(0);
        String low = Percent.of(least);
        return low.equals(Percent.of(most)) ? low + " each" : low + " to " + Percent.of(most) + " each";
    }

    private String headline() {
        return ending.key().headline();
    }

    private Optional<ChainName> missing() {
        return ending.ways().get(0).spine().missing(chains);
    }

    private void decision(Flow flow, Step step) {
        Face code = Face.CODE;
        missing().ifPresent(chain -> flow.line(code, colours.ink(), chain.name()));
        String rule = step.rule().map(r -> " rule " + r.number()).orElse(" policy " + step.policy());
        boolean problem = row.kind() == EndingKey.Kind.PROBLEM;
        String table = problem ? step.chain().table() + " " : "";
        flow.line(
                code,
                problem ? colours.ink() : Paint.MUTED,
                table + step.chain().name() + rule);
        step.rule()
                .flatMap(OwnerWords::of)
                .ifPresent(words -> flow.line(Face.SMALL, problem ? colours.ink() : Paint.FAINT, words));
        if (problem && missing().isEmpty()) {
            step.rule().ifPresent(r -> raw(flow, r));
        }
    }

    private void raw(Flow flow, Rule rule) {
        quote(flow, rule);
        flow.wrapped(
                Face.PLAIN, colours.ink(), rule.words() + ": " + rule.target().words(), 3);
        ending.decision()
                .flatMap(step -> MarkedBy.rule(ending.ways().get(0).outcome(), step))
                .ifPresent(by -> {
                    flow.wrapped(Face.PLAIN, Paint.MARK_TEXT, "marked by " + by.place(), 2);
                    quote(flow, by);
                });
    }

    private void quote(Flow flow, Rule rule) {
        rule.comment().ifPresent(comment -> flow.wrapped(Face.BOLD, colours.ink(), "“" + comment + "”", 2));
    }

    private String why() {
        return switch (ending.key().kind()) {
            case ENDPOINT -> "";
            case UNTRANSLATED -> ending.key().why();
            case PROBLEM ->
                missing()
                        .map(this::notDeclared)
                        .orElseGet(() -> hidden(ending.key().why()));
        };
    }

    private String notDeclared(ChainName chain) {
        String cut = facts.repaired(chain)
                .map(name -> "; the line looks cut short: " + name + " is declared")
                .orElse("");
        return "the dump does not declare it" + cut;
    }

    /** A REJECT's kind stands in its words already. */
    private String hidden(String why) {
        boolean said = ending.decision()
                .flatMap(Step::rule)
                .filter(rule -> rule.target().words().contains(why))
                .isPresent();
        return said ? "" : why;
    }

    /** What takes the packets away after the decision, if that happens to all of them. */
    private Optional<String> lostLater() {
        return ending.ways().stream().allMatch(way -> Spine.isLostLater(way.outcome()))
                ? ending.ways().stream().findFirst().map(way -> way.outcome().verdict() + " later, see below")
                : Optional.empty();
    }

    private Box finish(Flow flow, double bottom) {
        double height = flow.y() + bottom;
        Shape bar = new Box(new Area(0, 10, 5, height - 20), Box.Corners.of(2), colours.bar(), "", List.of());
        flow.fixed(bar);
        return flow.card(colours.card(), 10, bottom, hint());
    }

    private String hint() {
        if (row.isFolded()) {
            return row.folded().size() + " more";
        }
        return ending.decision()
                .flatMap(Step::rule)
                .map(Rule::text)
                .orElse(ending.key().headline());
    }
}
