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
}
