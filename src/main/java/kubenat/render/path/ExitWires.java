package kubenat.render.path;

import java.util.ArrayList;
import java.util.List;
import kubenat.render.picture.Area;
import kubenat.render.picture.Box;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Point;
import kubenat.render.picture.Shape;
import kubenat.render.picture.Wire;

/** Draws what leads to the way out: the packets from their endings, and marks to where they take effect. */
final class ExitWires {
    private static final double JOIN = 26;

    private final List<Shape> wires;

    ExitWires(List<Shape> wires) {
        this.wires = wires;
    }

    /** Gathers the endings from which packets go on at the right side, and leads them down to the strip. */
    void gather(List<EndingRow> rows, List<Box> endings, Area strip, Grid grid) {
        List<Area> going = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).kind() != EndingKey.Kind.PROBLEM) {
                going.add(endings.get(i).area());
            }
        }
        Area last = going.get(going.size() - 1);
        boolean lowest =
                last.bottom() + 1 > endings.get(endings.size() - 1).area().bottom();
        double middle = last.middleX();
        double join = strip.y() - JOIN;
        List<Area> bused = lowest ? going.subList(0, going.size() - 1) : going;
        if (!bused.isEmpty()) {
            double first = bused.get(0).middleY();
            wire(List.of(
                    new Point(grid.right(), first),
                    new Point(grid.bus(), first),
                    new Point(grid.bus(), join),
                    new Point(middle, join)));
            bused.subList(1, bused.size())
                    .forEach(area -> wire(
                            List.of(new Point(grid.right(), area.middleY()), new Point(grid.bus(), area.middleY()))));
        }
        Point start = new Point(middle, lowest ? last.bottom() : join);
        wires.add(arrow(List.of(start, new Point(middle, strip.y() - 2)), Paint.ENDPOINT_WIRE, Paint.ENDPOINT_ARROW));
    }

    private void wire(List<Point> points) {
        wires.add(new Wire(points, Wire.Bend.CORNERS, false, Paint.ENDPOINT_WIRE, Paint.CLEAR, ""));
    }

    private static Wire arrow(List<Point> points, Paint paint, Paint head) {
        return new Wire(points, Wire.Bend.CORNERS, false, paint, head, "");
    }

    /**
     * A dashed line from where a mark is set to where it takes effect; straight down if nothing is below,
     * else by the lane aside.
     */
    void mark(Area from, Area to, double bottom, boolean free, double aside) {
        double left = Math.max(from.x(), to.x()) + 20;
        double right = Math.min(from.right(), to.right()) - 20;
        boolean over = left <= right;
        double lane = free ? (over ? Math.max(left, Math.min(from.middleX(), right)) : from.middleX()) : aside;
        boolean straight = free ? over : lane > to.x() + 12 && lane < to.right() - 12;
        double target = straight ? lane : to.middleX();
        List<Point> points = new ArrayList<>();
        if (!free) {
            points.add(new Point(aside < from.x() ? from.x() : from.right(), from.middleY()));
            points.add(new Point(lane, from.middleY()));
        } else {
            points.add(new Point(lane, from.bottom()));
        }
        if (!straight) {
            points.add(new Point(lane, bottom + 10));
            points.add(new Point(target, bottom + 10));
        }
        points.add(new Point(target, to.y() - 2));
        wires.add(new Wire(points, Wire.Bend.CORNERS, true, Paint.MARK_WIRE, Paint.MARK_ARROW, ""));
    }
}
