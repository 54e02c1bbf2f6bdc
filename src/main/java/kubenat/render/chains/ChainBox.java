package kubenat.render.chains;

import java.util.ArrayList;
import java.util.List;
import kubenat.render.picture.Area;
import kubenat.render.picture.Box;
import kubenat.render.picture.Disc;
import kubenat.render.picture.Face;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Point;
import kubenat.render.picture.Shape;
import kubenat.render.picture.Text;

/** Draws the card of a chain. */
final class ChainBox {
    private static final double MARGIN = 12;
    private static final double LINE = 16;
    private static final double BADGE = 22;
    private static final double LEAST = 120;
    private static final double MOST = 300;
    private static final Face NAME = Face.CODE_BOLD.sized(11.5);
    private static final Face ABOUT = Face.PLAIN.sized(10);
    private static final Face END = Face.CODE.sized(10.5);

    private ChainBox() {}

    /** The width that shows all of the card, within limits. */
    static double width(ChainCard card) {
        double name = NAME.width(card.name().name()) + (card.marks() ? BADGE : 0);
        double widest = Math.max(name, ABOUT.width(card.about()));
        for (String end : card.ends()) {
            widest = Math.max(widest, END.width(end));
        }
        return Math.max(LEAST, Math.min(MOST, Math.ceil(widest) + 2 * MARGIN));
    }

    static double height(ChainCard card) {
        return 14 + LINE * (2 + card.ends().size() + card.asides().size());
    }

    static Box draw(ChainCard card, Area area) {
        List<Shape> shapes = new ArrayList<>();
        double room = area.width() - 2 * MARGIN;
        double x = area.x() + MARGIN;
        double y = area.y() + (area.height() - height(card)) / 2 + 20;
        double nameRoom = room - (card.marks() ? BADGE : 0);
        Paint ink = ink(card.kind());
        String name = card.name().name();
        Face face = NAME.fitting(name, nameRoom, 8);
        shapes.add(Text.of(x, y, face, ink, face.cut(name, nameRoom)));
        if (card.marks()) {
            shapes.add(
                    new Disc(new Point(area.right() - 15, area.y() + 15), 8, Paint.MARK_ARROW, Paint.MARK_BADGE, "M"));
        }
        y += LINE;
        shapes.add(Text.of(x, y, ABOUT, muted(card.kind()), ABOUT.cut(card.about(), room)));
        for (String end : card.ends()) {
            y += LINE;
            shapes.add(Text.of(x, y, END, ink, END.cut(end, room)));
        }
        for (String aside : card.asides()) {
            y += LINE;
            shapes.add(Text.of(x, y, ABOUT, Paint.MUTED, ABOUT.cut(aside, room)));
        }
        return new Box(area, Box.Corners.of(8), paint(card.kind()), card.hint(), shapes);
    }

    static Paint paint(ChainCard.Kind kind) {
        return switch (kind) {
            case BUILT_IN -> Paint.CHIP;
            case PLAIN -> Paint.CARD;
            case SERVICE -> Paint.SERVICE;
            case ENDPOINT -> Paint.ENDPOINT;
            case MARK -> Paint.MARK;
            case DEAD -> Paint.PLAIN;
            case MISSING -> Paint.PROBLEM;
        };
    }

    private static Paint ink(ChainCard.Kind kind) {
        return kind == ChainCard.Kind.MISSING
                ? Paint.PROBLEM_TEXT
                : kind == ChainCard.Kind.MARK ? Paint.MARK_TEXT : Paint.TEXT;
    }

    private static Paint muted(ChainCard.Kind kind) {
        return ink(kind) == Paint.TEXT ? Paint.MUTED : ink(kind);
    }
}
