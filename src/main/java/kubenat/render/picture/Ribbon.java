package kubenat.render.picture;

import java.util.List;

/**
 * A band from left to right, as thick as the share that it stands for.
 *
 * @param from the middle of its left end
 * @param to the middle of its right end
 * @param flat how long it is straight at its right end, in points
 * @param thickness in points
 */
public record Ribbon(Point from, Point to, double flat, double thickness, Colours colours, String hint)
        implements Shape {
    /** Steps in which the curve is followed; the longest is some 400 points. */
    private static final int STEPS = 128;

    /** Those of the band, of its long sides, and of the arrow at its end. */
    public record Colours(Paint band, Paint edge, Paint arrow) {}

    @Override
    public Area area() {
        double half = thickness / 2;
        return Area.around(List.of(from.moved(0, -half), from.moved(0, half), to.moved(0, -half), to.moved(0, half)));
    }

    @Override
    public Ribbon moved(double right, double down) {
        return new Ribbon(from.moved(right, down), to.moved(right, down), flat, thickness, colours, hint);
    }

    /** Whether it passes through an area; its curve is followed in small steps. */
    public boolean passes(Area area) {
        Point bend = to.moved(-flat, 0);
        if (area.x() < to.x() && area.right() > bend.x() && isAt(to.y(), area)) {
            return true;
        }
        for (int i = 0; i <= STEPS; i++) {
            Point at = Paths.onSwing(from, bend, i / (double) STEPS);
            if (at.x() > area.x() && at.x() < area.right() && isAt(at.y(), area)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(double y, Area area) {
        return y + thickness / 2 > area.y() && y - thickness / 2 < area.bottom();
    }
}
