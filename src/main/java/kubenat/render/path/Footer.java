package kubenat.render.path;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kubenat.render.picture.Area;
import kubenat.render.picture.Box;
import kubenat.render.picture.Disc;
import kubenat.render.picture.Face;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Point;
import kubenat.render.picture.Shape;
import kubenat.render.picture.Text;
import kubenat.trace.Trace;

/** What stands below the picture: what the answer rests on, and what the colours mean. */
final class Footer {
    private static final int MOST_NOTES = 8;
    private static final double LABEL = 74;

    private final double width;
    private final List<Shape> shapes = new ArrayList<>();
    private double y;

    private record Note(String label, String words) {}

    private Footer(double width, double top) {
        this.width = width;
        this.y = top;
    }

    /** Notes and legend from the top given; the last shape ends the picture. */
    static List<Shape> of(Trace trace, List<Section> sections, double width, double top) {
        Footer footer = new Footer(width, top);
        List<Note> notes = notes(trace);
        notes.stream().limit(MOST_NOTES).forEach(footer::note);
        if (notes.size() > MOST_NOTES) {
            footer.note(new Note("", "and " + (notes.size() - MOST_NOTES) + " more, which the text output lists"));
        }
        footer.y += notes.isEmpty() ? 0 : 10;
        footer.legend(sections);
        return footer.shapes;
    }

    private static List<Note> notes(Trace trace) {
        List<Note> notes = new ArrayList<>();
        trace.incomplete().forEach(words -> notes.add(new Note("unknown", words)));
        trace.unmodelled().forEach(words -> notes.add(new Note("unmodelled", words)));
        trace.assumptions().forEach(each -> notes.add(new Note("assumed", each.fact() + ": " + each.why())));
        return notes;
    }

    private void note(Note note) {
        Face face = Face.SMALL;
        double room = width - 2 * Grid.MARGIN - LABEL;
        List<String> lines = Wrapping.lines(face, note.words(), room, 2);
        List<Shape> texts = new ArrayList<>();
        texts.add(Text.of(Grid.MARGIN, y + 11, Face.CHIP, Paint.MUTED, note.label()));
        for (int i = 0; i < lines.size(); i++) {
            texts.add(Text.of(Grid.MARGIN + LABEL, y + 11 + 15 * i, face, Paint.MUTED, lines.get(i)));
        }
        double height = 15.0 * lines.size() + 1;
        shapes.add(Box.clear(new Area(Grid.MARGIN, y, width - 2 * Grid.MARGIN, height), texts));
        y += height + 2;
    }

    private void legend(List<Section> sections) {
        List<Shape> inside = new ArrayList<>();
        double x = Grid.MARGIN;
        double line = y;
        for (Key key : keys(sections)) {
            if (x + key.width() > width - Grid.MARGIN) {
                x = Grid.MARGIN;
                line += 20;
            }
            key.draw(inside, x, line);
            x += key.width() + 26;
        }
        shapes.add(Box.clear(new Area(Grid.MARGIN, y, width - 2 * Grid.MARGIN, line + 20 - y), inside));
    }

    /** Only what is in the picture. */
    private static Set<Key> keys(List<Section> sections) {
        Set<Key> keys = EnumSet.of(Key.STEP, Key.SHARE);
        for (Section section : sections) {
            section.endings().forEach(ending -> keys.add(key(ending.key().kind())));
            if (!section.hubs().isEmpty()) {
                keys.add(Key.SERVICE);
            }
            boolean marks = section.hubs().stream().anyMatch(hub -> !hub.marks().isEmpty())
                    || section.exits().stream()
                            .flatMap(row -> row.cards().stream())
                            .anyMatch(card -> card.kind() == ExitRow.Kind.MARK);
            if (marks) {
                keys.add(Key.MARK);
            }
            if (section.exits().stream()
                    .flatMap(row -> row.cards().stream())
                    .anyMatch(card -> card.kind() == ExitRow.Kind.PROBLEM)) {
                keys.add(Key.PROBLEM);
            }
        }
        return keys;
    }

    private static Key key(EndingKey.Kind kind) {
        return switch (kind) {
            case ENDPOINT -> Key.ENDPOINT;
            case UNTRANSLATED -> Key.PLAIN;
            case PROBLEM -> Key.PROBLEM;
        };
    }

    /** One entry of the legend. */
    private enum Key {
        STEP(Paint.STEP, "step on the way"),
        SERVICE(Paint.SERVICE, "Service chain"),
        ENDPOINT(Paint.ENDPOINT, "endpoint (DNAT)"),
        PLAIN(Paint.PLAIN, "not translated"),
        MARK(Paint.MARK, "packet mark, source NAT"),
        PROBLEM(Paint.PROBLEM, "comes to nobody, or not known"),
        SHARE(Paint.RIBBON, "as thick as the share of packets");

        private final Paint paint;
        private final String words;

        Key(Paint paint, String words) {
            this.paint = paint;
            this.words = words;
        }

        private double swatch() {
            return this == SHARE ? 30 : this == STEP ? 12 : 16;
        }

        private double width() {
            return swatch() + 7 + Face.SMALL.width(words);
        }

        private void draw(List<Shape> shapes, double x, double y) {
            shapes.add(
                    this == STEP
                            ? new Disc(new Point(x + 6, y + 10), 6, paint, Paint.STEP_TEXT, "")
                            : new Box(new Area(x, y + 4, swatch(), 12), Box.Corners.of(3), paint, "", List.of()));
            shapes.add(Text.of(x + swatch() + 7, y + 14, Face.SMALL, Paint.MUTED, words));
        }
    }
}
