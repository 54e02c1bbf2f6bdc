package kubenat.render.raster;

import java.util.List;

/** Draws what the {@code d} of an SVG path says, of what the paths of our pictures say: M, L, H, V, C, Q, a and z. */
final class PathReader {
    private final String path;
    private final Pen pen;
    private int at;

    private PathReader(String path, Pen pen) {
        this.path = path;
        this.pen = pen;
    }

    static List<Contour> read(String path, double scale) {
        Pen pen = new Pen(scale);
        PathReader reader = new PathReader(path, pen);
        while (reader.at < path.length()) {
            reader.command(path.charAt(reader.at++));
        }
        return pen.contours();
    }

    private void command(char command) {
        switch (command) {
            case 'M' -> pen.moveTo(number(), number());
            case 'L' -> pen.lineTo(number(), number());
            case 'H' -> pen.across(number());
            case 'V' -> pen.down(number());
            case 'C' -> pen.cubicTo(number(), number(), number(), number(), number(), number());
            case 'Q' -> pen.quadTo(number(), number(), number(), number());
            case 'a' -> quarter();
            case 'z' -> pen.close();
            default -> throw new IllegalArgumentException("no command of ours: " + command + " in " + path);
        }
    }

    /** Radiuses, turn and flags come first: all arcs of ours are quarters of circles, clockwise. */
    private void quarter() {
        for (int i = 0; i < 5; i++) {
            number();
        }
        pen.quarterBy(number(), number());
    }

    private double number() {
        while (path.charAt(at) == ' ') {
            at++;
        }
        int from = at;
        while (at < path.length() && isOfNumber(path.charAt(at))) {
            at++;
        }
        return Double.parseDouble(path.substring(from, at));
    }

    private static boolean isOfNumber(char c) {
        return c >= '0' && c <= '9' || c == '.' || c == '-';
    }
}
