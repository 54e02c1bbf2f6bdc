package kubenat.render.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.render.Answer;
import kubenat.render.Percent;
import kubenat.render.path.Ending;
import kubenat.render.path.EndingKey;
import kubenat.render.path.EndingRow;
import kubenat.render.path.Entry;
import kubenat.render.path.ExitRow;
import kubenat.render.path.Hub;
import kubenat.render.path.PathScene;
import kubenat.render.path.Reasons;
import kubenat.render.path.Section;
import kubenat.render.path.Sections;
import kubenat.render.path.SourceWords;
import kubenat.render.path.StepNote;

/** A trace as nodes and edges: a cluster for each section, and in it one for each table and hook that packets come in by. */
public final class PathDiagram {
    private final Diagram out;
    private final Answer answer;
    /** The nodes that packets leave for endings, by chain; anew for each section. */
    private final Map<ChainName, String> sources = new LinkedHashMap<>();

    private PathDiagram(Answer answer, Diagram out) {
        this.answer = answer;
        this.out = out;
    }

    /** The whole file, in the language of {@code out}. */
    public static String of(Answer answer, Diagram out) {
        PathDiagram path = new PathDiagram(answer, out);
        Sections.of(answer.trace(), answer.ruleset()).forEach(path::section);
        return out.file(PathScene.title(answer));
    }

    private void section(Section section) {
        sources.clear();
        out.open(SourceWords.of(section.from()));
        String packet =
                out.node(Style.PACKET, List.of(PathScene.packet(answer.trace())), "The packet that was asked about");
        Map<Entry, String> lasts = new LinkedHashMap<>();
        section.entries().forEach(entry -> lasts.put(entry, entry(entry, packet)));
        section.hubs().forEach(this::hub);
        lasts.forEach((entry, last) -> section.firstHub(entry)
                .ifPresentOrElse(
                        hub -> out.edge(last, sources.getOrDefault(hub, last), Style.STEP, "", ""),
                        () -> sources.put(entry.table(), last)));
        section.hubs().forEach(this::forks);
        List<String> going = new ArrayList<>();
        EndingRow.of(section.endings()).forEach(row -> ending(row, going));
        section.exits().forEach(row -> exit(row, going));
        out.close();
    }

    /** The steps of a way in; the last one's id. */
    private String entry(Entry entry, String packet) {
        out.open(entry.table().table() + " " + entry.hook());
        String last = packet;
        for (StepNote note : entry.steps()) {
            Optional<Rule> rule = note.step().rule();
            String place = rule.map(r -> "rule " + r.number() + " of " + note.size())
                    .orElse("policy " + note.step().policy());
            String words = rule.map(Rule::words).orElse("");
            String id = out.node(
                    Style.STEP,
                    List.of(note.step().chain().name(), place, words),
                    rule.map(Rule::text).orElse(place));
            out.edge(last, id, Style.STEP, "", "");
            last = id;
        }
        if (entry.steps().isEmpty()) {
            String id = out.node(
                    Style.STEP, List.of(entry.table().name()), entry.table().toString());
            out.edge(last, id, Style.STEP, "", "");
            last = id;
        }
        out.close();
        return last;
    }

    private void hub(Hub hub) {
        List<String> lines = new ArrayList<>();
        answer.names().chain(hub.chain()).ifPresent(lines::add);
        lines.add(hub.chains().size() == 1 ? hub.chain().name() : hub.chains().size() + " chains decide");
        hub.marks()
                .forEach(mark -> lines.add("rule " + mark.rule().number() + ": " + mark.words()
                        + (mark.only().isEmpty() ? "" : ", only " + String.join("; ", mark.only()))));
        String id = out.node(Style.SERVICE, lines, hub.chain().toString());
        hub.chains().forEach(chain -> sources.put(chain, id));
    }

    private void forks(Hub hub) {
        for (Hub.Fork fork : hub.forks()) {
            String from = sources.getOrDefault(hub.chain(), "");
            String to = sources.getOrDefault(fork.to(), from);
            String text = fork.step().rule().map(Rule::text).orElse("");
            out.edge(from, to, Style.STEP, Reasons.of(fork.step()), text);
        }
    }

    private void ending(EndingRow row, List<String> going) {
        Ending first = row.first();
        List<String> lines = new ArrayList<>();
        if (row.isFolded()) {
            lines.add("+ " + row.folded().size() + " more");
        } else {
            lines.add(first.key().headline());
            lines.add(first.key().place());
            lines.add(first.key().why());
            answer.names()
                    .recovered(first.ways().get(0).outcome())
                    .ifPresent(endpoint -> lines.add(endpoint + " (recovered)"));
            lines.addAll(first.only());
        }
        lines.removeIf(String::isEmpty);
        Optional<Rule> rule = first.decision().flatMap(step -> step.rule());
        Style style = style(row.kind());
        String id =
                out.node(style, lines, rule.map(Rule::text).orElse(first.key().headline()));
        for (Ending.Arrival arrival : row.arrivals()) {
            String reason =
                    row.isFolded() ? "" : arrival.step().map(Reasons::of).orElse("");
            String label = Percent.of(arrival.share()) + (reason.isEmpty() ? "" : "\n" + reason);
            Optional.ofNullable(sources.get(arrival.source())).ifPresent(from -> out.edge(from, id, style, label, ""));
        }
        if (row.kind() != EndingKey.Kind.PROBLEM) {
            going.add(id);
        }
    }

    private static Style style(EndingKey.Kind kind) {
        return switch (kind) {
            case ENDPOINT -> Style.ENDPOINT;
            case UNTRANSLATED -> Style.PLAIN;
            case PROBLEM -> Style.PROBLEM;
        };
    }

    private void exit(ExitRow row, List<String> going) {
        List<String> from = going;
        String only = String.join("\n", row.only());
        for (ExitRow.Card card : row.cards()) {
            List<String> lines = new ArrayList<>(List.of(card.name(), card.chip(), card.words()));
            lines.removeIf(String::isEmpty);
            String id = out.node(style(card.kind()), lines, card.hint());
            for (String last : from) {
                out.edge(last, id, Style.ENDPOINT, only, "");
            }
            from = List.of(id);
            only = "";
        }
    }

    private static Style style(ExitRow.Kind kind) {
        return switch (kind) {
            case STEP, KEPT -> Style.PLAIN;
            case MARK -> Style.MARK;
            case PROBLEM -> Style.PROBLEM;
        };
    }
}
