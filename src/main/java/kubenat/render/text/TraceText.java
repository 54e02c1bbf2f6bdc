package kubenat.render.text;

import java.util.List;
import java.util.stream.Collectors;
import kubenat.model.packet.ConnectionState;
import kubenat.render.Answer;
import kubenat.render.Broken;
import kubenat.render.Chances;
import kubenat.render.Theme;
import kubenat.render.Theme.Role;
import kubenat.trace.Assumption;
import kubenat.trace.Trace;
import kubenat.trace.TraceCase;

/** Writes a trace as text: the answer first, the rest is the proof. */
public final class TraceText {
    /** How far a headline that is too long goes on to the right. */
    private static final int HANGING = 4;

    private final Answer answer;
    private final Theme theme;
    private final boolean wide;
    private final RuleWords words;
    private final boolean isCounted;

    private TraceText(Answer answer, Theme theme, boolean wide) {
        this.answer = answer;
        this.theme = theme;
        this.wide = wide;
        this.isCounted = Chances.areCounted(answer.trace());
        this.words = new RuleWords(answer.ruleset(), answer.names(), isCounted);
    }

    /** {@code wide} leaves nothing out: every rule that packets met, every endpoint. */
    public static String of(Answer answer, Theme theme, boolean wide) {
        return new TraceText(answer, theme, wide).text();
    }

    private String text() {
        StringBuilder out = new StringBuilder();
        Headline headline = new Headline(answer, words.places());
        Broken.lines(theme.plain(headline.text()), theme.width(), theme.width() - HANGING)
                .forEach(line -> out.append(out.isEmpty() ? "" : "\n" + " ".repeat(HANGING))
                        .append(theme.paint(Role.STRONG, line)));
        out.append("\n\n");
        List<TraceCase> cases = answer.trace().cases();
        Summary.table(cases, words.places(), wide).print("  ", theme, out);
        out.append('\n');
        Ways.print(cases, words, theme, wide, out);
        if (isCounted) {
            Chances chances = new Chances(answer.ruleset());
            Counted.print(chances.of(answer.trace()), chances, theme, wide, out);
        }
        Explanation.print(cases, answer.ruleset(), theme, wide, out);
        notes().print(theme, out);
        return out.toString();
    }

    private Notes notes() {
        Trace trace = answer.trace();
        Notes notes = new Notes(wide);
        Remedies.of(answer, words.places()).forEach(text -> notes.add("needed", text));
        Hints.of(answer).ifPresent(text -> notes.add("hint", text));
        Replies.words(answer.trace()).forEach(text -> notes.add("reply", text));
        Affinity.words(answer).forEach(text -> notes.add("affinity", text));
        for (Assumption assumption : trace.assumptions()) {
            notes.add("assumed", assumption.fact() + ": " + assumption.why());
        }
        trace.unmodelled().forEach(text -> notes.add("unknown", "not modelled: " + text));
        trace.incomplete().forEach(text -> notes.add("unknown", text));
        if (isCounted) {
            notes.add("counters", Counted.NOTE);
        }
        notes.add("note", connections(trace));
        return notes;
    }

    private static String connections(Trace trace) {
        var states = trace.packet().connection().states();
        if (states.equals(java.util.Set.of(ConnectionState.NEW))) {
            return "For new connections only; established ones keep their translation.";
        }
        return "For packets that conntrack has as "
                + states.stream().sorted().map(Enum::name).collect(Collectors.joining(" or "))
                + "; nat is asked for NEW ones only.";
    }
}
