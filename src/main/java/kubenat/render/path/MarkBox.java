package kubenat.render.path;

import kubenat.render.picture.Box;
import kubenat.render.picture.Face;
import kubenat.render.picture.Paint;

/** The amber box of a rule that marks packets. */
final class MarkBox {
    private static final double MARGIN = 11;

    private MarkBox() {}

    /** The first such box in a card that has one. */
    static Box in(Box card) {
        return card.inside().stream()
                .filter(Box.class::isInstance)
                .map(Box.class::cast)
                .filter(box -> box.paint() == Paint.MARK)
                .findFirst()
                .orElseThrow();
    }

    static Box of(Mark mark, double width) {
        Flow flow = new Flow(width, MARGIN, 8);
        String words = mark.words().replace(", go on", "");
        flow.line(Face.BOLD, Paint.MARK_TEXT, "rule " + mark.rule().number() + " · " + words + ", then go on");
        mark.only().forEach(only -> flow.wrapped(Face.PLAIN, Paint.MARK_TEXT, "only " + only, 2));
        String by = mark.by().equals("MARK") ? "" : mark.by() + " (returns)";
        if (!by.isEmpty()) {
            flow.line(Face.CODE.sized(10.5), Paint.MARK_TEXT, by);
        }
        return flow.card(Paint.MARK, 7, 3, mark.rule().text());
    }
}
