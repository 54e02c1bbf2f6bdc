package kubenat.render.path;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.model.Rule;
import kubenat.render.picture.Box;
import kubenat.render.picture.Face;
import kubenat.render.picture.Paint;

/** The card of one step on the way in. */
final class StepCard {
    private static final double MARGIN = 14;

    private StepCard() {}

    static Box of(StepNote note) {
        Flow flow = new Flow(Grid.STEP_WIDTH, MARGIN, 10);
        Optional<Rule> rule = note.step().rule();
        double chip = flow.chip(
                rule.map(r -> "rule " + r.number() + " of " + note.size()).orElse(""));
        flow.line(Face.CHAIN, Paint.TEXT, note.step().chain().name(), flow.room() - chip);
        rule.flatMap(OwnerWords::of).ifPresent(words -> flow.line(Face.SMALL, Paint.FAINT, words));
        note.marks().forEach(mark -> mark(flow, mark));
        String small = Stream.of(note.skipped(), rule.map(Tally::times).orElse(""))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
        if (!small.isEmpty()) {
            flow.line(Face.SMALL, Paint.FAINT, small);
        }
        rule.ifPresent(r -> rule(flow, r));
        if (rule.isEmpty()) {
            flow.line(Face.PLAIN, Paint.MUTED, "policy " + note.step().policy());
        }
        return flow.card(
                Paint.CARD,
                8,
                4,
                rule.map(Rule::text).orElse("policy " + note.step().policy()));
    }

    private static void rule(Flow flow, Rule rule) {
        flow.wrapped(Face.PLAIN, Paint.MUTED, rule.words(), 2);
        flow.line(Face.CODE, Paint.MUTED, RawRule.conditions(rule));
    }

    private static void mark(Flow flow, Mark mark) {
        flow.gap(1);
        flow.box(MarkBox.of(mark, flow.room()), MARGIN);
        flow.gap(7);
    }

    /** What stands for a hook where no rule decides. */
    static Box untouched(Entry entry, int rules) {
        Flow flow = new Flow(Grid.STEP_WIDTH, MARGIN, 10);
        double chip = flow.chip(rules == 1 ? "1 rule" : rules + " rules");
        flow.line(Face.CHAIN, Paint.TEXT, entry.table().name(), flow.room() - chip);
        flow.line(Face.PLAIN, Paint.MUTED, "no rule there translates the destination");
        return flow.card(Paint.CARD, 8, 4, entry.table() + ": no rule there translates the destination");
    }

    /** What stands for steps that are drawn already. */
    static Box sameAs(int step, int last) {
        Flow flow = new Flow(Grid.STEP_WIDTH, MARGIN, 8);
        String words = step == last ? "then step " + step : "then steps " + step + " to " + last;
        flow.line(Face.PLAIN, Paint.MUTED, words + ", as above");
        return flow.card(Paint.STRIP, 8, 1, "");
    }
}
