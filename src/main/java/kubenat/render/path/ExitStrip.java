package kubenat.render.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.render.picture.Area;
import kubenat.render.picture.Box;
import kubenat.render.picture.Face;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Point;
import kubenat.render.picture.Shape;
import kubenat.render.picture.Text;
import kubenat.render.picture.Wire;

/** Lays out the strip at the bottom of a section: how packets leave the node, one row for each way that is different. */
final class ExitStrip {
    private static final double MARGIN = 18;
    private static final double CARD_HEIGHT = 38;
    private static final double ARROW = 26;
    private static final double ROW_GAP = 14;
    private static final double WIDEST = 560;
    private static final int MOST_ROWS = 6;

    private final Area place;
    private final List<Shape> inside = new ArrayList<>();
    private final List<Box> marks = new ArrayList<>();
    private double x;
    private double y;

    private ExitStrip(Area place) {
        this.place = place;
        this.y = place.y();
    }

    /** The strip and the first card in it that asks for a mark. */
    record Strip(Box box, Optional<Box> mark) {}

    /** The strip from the left and top of the place; its height is what it takes. */
    static Strip of(List<ExitRow> rows, Area place, String caption) {
        ExitStrip strip = new ExitStrip(place);
        strip.caption(caption);
        List<ExitRow> shown = chosen(rows);
        shown.forEach(strip::row);
        if (shown.size() < rows.size()) {
            strip.note("and " + (rows.size() - shown.size()) + " more ways out");
        }
        Area area = new Area(place.x(), place.y(), place.width(), strip.y - place.y() + 4);
        Box box = new Box(area, Box.Corners.of(10), Paint.STRIP, "", strip.inside);
        return new Strip(box, strip.marks.stream().findFirst());
    }

    /** The first rows; those that end badly before others. */
    private static List<ExitRow> chosen(List<ExitRow> rows) {
        if (rows.size() <= MOST_ROWS) {
            return rows;
        }
        List<ExitRow> sorted = new ArrayList<>(rows);
        sorted.sort((one, other) -> Boolean.compare(isBad(other), isBad(one)));
        return sorted.subList(0, MOST_ROWS);
    }

    private static boolean isBad(ExitRow row) {
        return row.cards().stream().anyMatch(card -> card.kind() == ExitRow.Kind.PROBLEM);
    }

    private void caption(String words) {
        inside.add(Text.of(place.x() + MARGIN, y + 24, Face.ZONE, Paint.FAINT, words));
        y += 36;
    }

    private void note(String words) {
        Face face = Face.BOLD;
        for (String line : Wrapping.lines(face, words, place.width() - 2 * MARGIN, 3)) {
            inside.add(Text.of(place.x() + MARGIN, y + 11, face, Paint.MUTED, line));
            y += 17;
        }
        y += 3;
    }

    private void row(ExitRow row) {
        row.only().forEach(this::note);
        x = place.x() + MARGIN;
        List<Box> cards = row.cards().stream().map(this::card).toList();
        for (int i = 0; i < cards.size(); i++) {
            Box placed = next(cards.get(i), i == 0);
            if (row.cards().get(i).kind() == ExitRow.Kind.MARK) {
                marks.add(placed);
            }
        }
        y += CARD_HEIGHT + ROW_GAP;
    }

    private Box next(Box card, boolean first) {
        if (!first && x + ARROW + card.area().width() > place.right() - MARGIN) {
            x = place.x() + MARGIN;
            y += CARD_HEIGHT + ROW_GAP;
        }
        if (!first) {
            arrow();
        }
        Box placed = card.moved(x, y);
        inside.add(placed);
        x = placed.area().right();
        return placed;
    }

    private void arrow() {
        double middle = y + CARD_HEIGHT / 2;
        inside.add(new Wire(
                List.of(new Point(x, middle), new Point(x + ARROW - 2, middle)),
                Wire.Bend.CORNERS,
                false,
                Paint.STEP_WIRE,
                Paint.STEP_ARROW,
                ""));
        x += ARROW;
    }

    private Box card(ExitRow.Card card) {
        Face name = card.kind() == ExitRow.Kind.KEPT ? Face.BOLD : Face.CODE_BOLD.sized(12);
        Paint ink = ink(card.kind());
        double most = Math.min(WIDEST, place.width() - 2 * MARGIN - ARROW);
        List<Shape> shapes = new ArrayList<>();
        String title = name.cut(card.name(), 260);
        double at = 12;
        shapes.add(Text.of(at, 24, name, ink, title));
        at += name.width(title);
        if (!card.chip().isEmpty()) {
            Box chip = Chip.of(card.chip());
            shapes.add(chip.moved(at + 10, 10));
            at += 10 + chip.area().width();
        }
        String words = Face.PLAIN.cut(card.words(), Math.max(40, most - at - 28));
        if (!words.isEmpty()) {
            shapes.add(Text.of(at + 10, 23.5, Face.PLAIN, ink, words));
            at += 10 + Face.PLAIN.width(words);
        }
        Area area = new Area(0, 0, at + 12, CARD_HEIGHT);
        return new Box(area, Box.Corners.of(8), paint(card.kind()), hint(card), shapes);
    }

    private static String hint(ExitRow.Card card) {
        return card.hint().isEmpty() ? card.name() + ": " + card.words() : card.hint();
    }

    private static Paint paint(ExitRow.Kind kind) {
        return switch (kind) {
            case STEP, KEPT -> Paint.CARD;
            case MARK -> Paint.MARK;
            case PROBLEM -> Paint.PROBLEM;
        };
    }

    private static Paint ink(ExitRow.Kind kind) {
        return switch (kind) {
            case STEP, KEPT -> Paint.TEXT;
            case MARK -> Paint.MARK_TEXT;
            case PROBLEM -> Paint.PROBLEM_TEXT;
        };
    }
}
