package kubenat.render.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.render.Answer;
import kubenat.render.PacketText;
import kubenat.render.picture.Area;
import kubenat.render.picture.Box;
import kubenat.render.picture.Face;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Scene;
import kubenat.render.picture.Shape;
import kubenat.render.picture.Text;
import kubenat.trace.Trace;

/** Lays out the picture of a trace: its title, its sections, and what they rest on. */
public final class PathScene {
    private static final double SECTION_GAP = 30;
    private static final double LEAST_WIDTH = 760;

    /** So many of the Services that a packet may come to stand in the title. */
    private static final int MOST_NAMED = 3;

    private final Answer answer;
    private final List<Section> sections;
    private final String title;
    private final List<Shape> shapes = new ArrayList<>();
    private double width = LEAST_WIDTH;
    private double y = 22;

    private PathScene(Answer answer, List<Section> sections) {
        this.answer = answer;
        this.sections = sections;
        this.title = title(answer);
    }

    public static Scene of(Answer answer) {
        return new PathScene(answer, Sections.of(answer.trace(), answer.ruleset())).scene();
    }

    /** The same with one of its sections only. */
    public static Scene of(Answer answer, Section section) {
        return new PathScene(answer, List.of(section)).scene();
    }

    private Scene scene() {
        sections.forEach(section -> width = Math.max(width, Grid.of(section).pageWidth()));
        heading(Face.TITLE, Paint.TEXT, title);
        Chains chains = new Chains(answer.ruleset());
        Facts facts = new Facts(answer.ruleset(), answer.names(), chains);
        for (Section section : sections) {
            section(section, facts, chains);
        }
        shapes.addAll(Footer.of(answer.trace(), sections, width, y + 18));
        double height = shapes.get(shapes.size() - 1).area().bottom() + 14;
        return new Scene(title, Telling.of(title, sections), width, height, shapes);
    }

    private void section(Section section, Facts facts, Chains chains) {
        if (sections.size() > 1) {
            y += sections.indexOf(section) == 0 ? 8 : SECTION_GAP;
            String from = SourceWords.of(section.from());
            heading(Face.HEADING, Paint.TEXT, Character.toUpperCase(from.charAt(0)) + from.substring(1));
        }
        heading(Face.SUBTITLE, Paint.MUTED, subtitle(section));
        SectionLayout layout = new SectionLayout(section, facts, chains, packet(answer.trace()), y + 14);
        shapes.addAll(layout.shapes());
        y = layout.bottom();
    }

    private void heading(Face face, Paint ink, String words) {
        double room = width - 2 * Grid.MARGIN;
        double line = face.size() + 6;
        List<Shape> texts = new ArrayList<>();
        for (String each : Wrapping.lines(face, words, room, 2)) {
            texts.add(Text.of(Grid.MARGIN, y + line * texts.size() + face.size() + 1, face, ink, each));
        }
        double height = line * texts.size() + 3;
        shapes.add(Box.clear(new Area(Grid.MARGIN, y, room, height), texts));
        y += height;
    }

    private String subtitle(Section section) {
        Optional<String> entry = section.endings().stream()
                .flatMap(ending -> ending.ways().stream())
                .flatMap(way -> answer.names().entry(way.outcome()).stream())
                .findFirst();
        return entry.map(kind -> kind + " · ").orElse("") + Summary.of(section);
    }

    /** What was asked, and which Services that may be. */
    public static String title(Answer answer) {
        List<String> services = answer.trace().cases().stream()
                .flatMap(each -> each.outcomes().stream())
                .flatMap(outcome -> answer.names().service(outcome).stream())
                .distinct()
                .toList();
        List<String> named = services.subList(0, Math.min(MOST_NAMED, services.size()));
        String more = services.size() > MOST_NAMED ? " or one of " + (services.size() - MOST_NAMED) + " more" : "";
        return packet(answer.trace()) + (named.isEmpty() ? "" : " is " + String.join(" or ", named) + more);
    }

    /** The packet in words, such as {@code tcp → 10.0.0.1:80}. */
    public static String packet(Trace trace) {
        return trace.packet().protocol() + " → " + PacketText.asked(trace);
    }
}
