package kubenat.render.picture;

/** Numbers as SVG has them: at most two places after the point, no zeros at the end. */
final class Coordinate {
    private Coordinate() {}

    static String of(double value) {
        long hundredths = Math.round(value * 100);
        String sign = hundredths < 0 ? "-" : "";
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        String places = rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : (rest < 10 ? ".0" : ".") + rest;
        return sign + whole + places;
    }

    static String of(Point point) {
        return of(point.x()) + " " + of(point.y());
    }
}
