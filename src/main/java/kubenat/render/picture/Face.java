package kubenat.render.picture;

/**
 * How text looks, and how much room it takes at most: the widths of DejaVu, the widest of the common faces, so that any font fits.
 *
 * @param size of the letters, in points
 * @param tracking what is added between letters, in points
 */
public record Face(double size, boolean bold, boolean mono, double tracking) {
    public static final Face TITLE = new Face(20, true, false, 0);
    public static final Face SUBTITLE = new Face(13, false, false, 0);
    public static final Face HEADING = new Face(14.5, true, false, 0);
    public static final Face ZONE = new Face(10.5, true, false, 1.2);
    public static final Face PLAIN = new Face(11, false, false, 0);
    public static final Face BOLD = new Face(11, true, false, 0);
    public static final Face SMALL = new Face(10.5, false, false, 0);
    public static final Face CHIP = new Face(10.5, true, false, 0);
    public static final Face PERCENT = new Face(13, true, false, 0);
    public static final Face CODE = new Face(11, false, true, 0);
    public static final Face CODE_BOLD = new Face(11, true, true, 0);
    public static final Face CHAIN = new Face(13, true, true, 0);
    public static final Face ADDRESS = new Face(17, true, true, 0);

    public static final String CUT = "…";

    public Face sized(double now) {
        return new Face(now, bold, mono, tracking);
    }

    /** The width of the text, in points. */
    public double width(String text) {
        int thousandths = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            thousandths += thousandths(text.codePointAt(i));
        }
        return points(thousandths, text.length());
    }

    /** How wide a character is, in thousandths of an em. */
    private int thousandths(int codePoint) {
        return mono ? Widths.mono(codePoint) : Widths.sans(codePoint, bold);
    }

    private double points(int thousandths, int letters) {
        return thousandths / 1000.0 * size + tracking * letters;
    }

    /** The text, cut with … where it is wider than the room. */
    public String cut(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int end = 0;
        int thousandths = thousandths(CUT.codePointAt(0));
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            thousandths += thousandths(text.codePointAt(end));
            if (points(thousandths, next + 1) > room) {
                break;
            }
            end = next;
        }
        return text.substring(0, end).stripTrailing() + CUT;
    }

    /** This face, or the smallest size given if that is what it takes for the text to fit. */
    public Face fitting(String text, double room, double smallest) {
        double fits = Math.floor(2 * size * room / Math.max(room, width(text))) / 2;
        return sized(Math.max(smallest, fits));
    }
}
