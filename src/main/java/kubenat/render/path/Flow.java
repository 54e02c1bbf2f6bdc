package kubenat.render.path;

import java.util.ArrayList;
import java.util.List;
import kubenat.render.picture.Area;
import kubenat.render.picture.Box;
import kubenat.render.picture.Face;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Point;
import kubenat.render.picture.Shape;
import kubenat.render.picture.Text;

/** Fills a card of a fixed width from top to bottom; its height is that of what was put in. */
final class Flow {
    private static final double LEADING = 7;
    private static final double LABELS = 92;

    private final double width;
    private final double margin;
    private final List<Shape> shapes = new ArrayList<>();
    private double y;

    /** {@code margin} is left free at both sides, {@code top} above. */
    Flow(double width, double margin, double top) {
        this.width = width;
        this.margin = margin;
        this.y = top;
    }

    /** The width between the margins. */
    double room() {
        return width - 2 * margin;
    }

    double y() {
        return y;
    }

    Flow gap(double points) {
        y += points;
        return this;
    }

    /** A line of text, cut where it is too long. */
    Flow line(Face face, Paint ink, String words) {
        return line(face, ink, words, room());
    }

    /** A line of text that leaves free what else stands on it. */
    Flow line(Face face, Paint ink, String words, double room) {
        shapes.add(Text.of(margin, y + face.size(), face, ink, face.cut(words, room)));
        y += face.size() + LEADING;
        return this;
    }

    /** Text on as many lines as it needs, but no more than given; nothing for no text. */
    Flow wrapped(Face face, Paint ink, String words, int most) {
        Wrapping.lines(face, words, room(), most).forEach(line -> line(face, ink, line));
        return this;
    }

    /** A name and what it is. */
    Flow pair(String name, Face face, String value) {
        shapes.add(Text.of(margin, y + face.size(), Face.PLAIN, Paint.MUTED, Face.PLAIN.cut(name, LABELS - 6)));
        shapes.add(Text.of(margin + LABELS, y + face.size(), face, Paint.TEXT, face.cut(value, room() - LABELS)));
        y += face.size() + LEADING;
        return this;
    }

    /** A small label at the right end of the line that comes next; the width that it takes. */
    double chip(String words) {
        if (words.isEmpty()) {
            return 0;
        }
        Box chip = Chip.of(words);
        double left = width - 10 - chip.area().width();
        shapes.add(chip.moved(left, y - 1));
        return chip.area().width() + 4;
    }

    /** A box across the card. */
    Flow box(Box box, double left) {
        shapes.add(box.moved(left - box.area().x(), y - box.area().y()));
        y += box.area().height();
        return this;
    }

    /** What does not flow. */
    Flow fixed(Shape shape) {
        shapes.add(shape);
        return this;
    }

    /** The card, its upper left corner at 0, 0. */
    Box card(Paint paint, double radius, double bottom, String hint) {
        return new Box(new Area(0, 0, width, y + bottom), Box.Corners.of(radius), paint, hint, shapes);
    }

    static Box at(Box box, Point place) {
        return box.moved(place.x() - box.area().x(), place.y() - box.area().y());
    }
}
