package kubenat.render.chains;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import kubenat.model.ChainName;
import kubenat.render.picture.Area;
import kubenat.render.picture.Box;
import kubenat.render.picture.Face;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Point;
import kubenat.render.picture.Shape;
import kubenat.render.picture.Text;
import kubenat.render.picture.Wire;

/** Draws the strands of a map: from the right side of a card, past other columns, to the left side of another, with labels. */
final class Wires {
    /** How far apart strands arrive at a card, so that their labels fit. */
    static final double PORT = 16;

    /** Where more arrive, none has a label. */
    static final int MOST_LABELS = 6;

    static final Face LABEL = Face.CODE.sized(9.5);
    private static final int MOST_RULES = 20;

    private final ChainLayout layout;
    private final List<Area> columns;
    private final Map<ChainName, Area> cards;
    private final Map<Strand, Double> starts = new LinkedHashMap<>();
    private final Map<Strand, Double> ends = new LinkedHashMap<>();
    private final Map<ChainName, Integer> arriving = new LinkedHashMap<>();

    /** {@code columns} are where the columns are, {@code cards} where the cards are. */
    Wires(ChainLayout layout, List<Area> columns, Map<ChainName, Area> cards) {
        this.layout = layout;
        this.columns = columns;
        this.cards = cards;
        ports(Strand::from, starts, way -> way.get(1).middle, false);
        ports(Strand::to, ends, way -> way.get(way.size() - 2).middle, true);
    }

    /** Spreads the ends of strands at one side of each card, in the order in which they come or go. */
    private void ports(
            Function<Strand, ChainName> side,
            Map<Strand, Double> places,
            ToDoubleFunction<List<Slot>> next,
            boolean arrival) {
        Map<ChainName, List<Strand>> byCard = new LinkedHashMap<>();
        layout.ways
                .keySet()
                .forEach(strand -> byCard.computeIfAbsent(side.apply(strand), none -> new ArrayList<>())
                        .add(strand));
        byCard.forEach((chain, strands) -> {
            strands.sort(Comparator.comparingDouble(
                    strand -> next.applyAsDouble(layout.ways.getOrDefault(strand, List.of()))));
            Area card = cards.getOrDefault(chain, new Area(0, 0, 0, 0));
            double most = arrival && strands.size() <= MOST_LABELS ? PORT : 9;
            double step = Math.min(most, (card.height() - 12) / strands.size());
            double first = card.middleY() - step * (strands.size() - 1) / 2;
            for (int i = 0; i < strands.size(); i++) {
                places.put(strands.get(i), first + i * step);
            }
            if (arrival) {
                arriving.put(chain, strands.size());
            }
        });
    }

    List<Shape> draw() {
        List<Shape> shapes = new ArrayList<>();
        layout.ways.forEach((strand, way) -> shapes.add(wire(strand, way)));
        layout.ways.keySet().stream().filter(this::hasLabel).forEach(strand -> shapes.add(label(strand)));
        return shapes;
    }

    private Shape wire(Strand strand, List<Slot> way) {
        List<Point> points = new ArrayList<>();
        Area from = area(strand.from());
        Area to = area(strand.to());
        points.add(new Point(from.right(), starts.getOrDefault(strand, 0.0)));
        for (Slot lane : way.subList(1, way.size() - 1)) {
            Area column = columns.get(lane.column);
            points.add(new Point(column.x(), column.y() + lane.middle));
            points.add(new Point(column.right(), column.y() + lane.middle));
        }
        if (hasLabel(strand)) {
            points.add(new Point(to.x() - 22 - labelWidth(strand), ends.getOrDefault(strand, 0.0)));
        }
        points.add(new Point(to.x() - 2, ends.getOrDefault(strand, 0.0)));
        String hint = strand.handovers().stream()
                .limit(MOST_RULES)
                .map(handover -> handover.rule().text())
                .collect(Collectors.joining("\n"));
        return new Wire(points, Wire.Bend.SWING, false, Paint.EDGE, Paint.EDGE_ARROW, hint);
    }

    private static double labelWidth(Strand strand) {
        return LABEL.width(LABEL.cut(strand.label(), Columns.LABEL_ROOM));
    }

    private Area area(ChainName chain) {
        return cards.getOrDefault(chain, new Area(0, 0, 0, 0));
    }

    private boolean hasLabel(Strand strand) {
        return !strand.label().isEmpty() && arriving.getOrDefault(strand.to(), 0) <= MOST_LABELS;
    }

    private Shape label(Strand strand) {
        Area to = area(strand.to());
        String words = LABEL.cut(strand.label(), Columns.LABEL_ROOM);
        double right = to.x() - 16;
        double y = ends.getOrDefault(strand, 0.0);
        Area area = new Area(right - LABEL.width(words), y - 13, LABEL.width(words), 12);
        return Box.clear(area, List.of(Text.of(area.x(), y - 4, LABEL, Paint.MUTED, words)));
    }
}
