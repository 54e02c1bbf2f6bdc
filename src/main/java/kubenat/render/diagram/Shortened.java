package kubenat.render.diagram;

/** Lines of a node that are not longer than a picture can bear. */
final class Shortened {
    private static final int MOST = 120;

    private Shortened() {}

    static String line(String line) {
        return line.codePointCount(0, line.length()) <= MOST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST - 1)) + "…";
    }
}
