package kubenat.render.picture;

/**
 * One line of text.
 *
 * @param at the beginning of its base line, or the middle of it
 */
public record Text(Point at, Anchor anchor, Face face, Paint ink, String words) implements Shape {
    private static final double ASCENT = 0.78;
    private static final double DESCENT = 0.24;

    /** Which point of the text is the given one. */
    public enum Anchor {
        START,
        MIDDLE
    }

    public static Text of(double x, double baseline, Face face, Paint ink, String words) {
        return new Text(new Point(x, baseline), Anchor.START, face, ink, words);
    }

    public static Text centred(double x, double baseline, Face face, Paint ink, String words) {
        return new Text(new Point(x, baseline), Anchor.MIDDLE, face, ink, words);
    }

    @Override
    public Area area() {
        double width = face.width(words);
        double left = anchor == Anchor.START ? at.x() : at.x() - width / 2;
        return new Area(left, at.y() - ASCENT * face.size(), width, (ASCENT + DESCENT) * face.size());
    }

    @Override
    public Text moved(double right, double down) {
        return new Text(at.moved(right, down), anchor, face, ink, words);
    }
}
