package kubenat.render.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.render.Percent;
import kubenat.render.picture.Area;
import kubenat.render.picture.Box;
import kubenat.render.picture.Face;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Point;
import kubenat.render.picture.Ribbon;
import kubenat.render.picture.Shape;
import kubenat.render.picture.Text;
import kubenat.trace.Step;

/** Draws the ribbons from hubs and ways in to endings, each as thick as its share, with the share and the reason on it. */
final class Ribbons {
    /** How thick all packets are, if there is room. */
    private static final double ALL = 40;

    private static final double ARROW = 14;
    private static final double FLAT = 96;
    private static final List<Double> LABEL_ROOMS = List.of(150.0, 120.0, FLAT);
    private static final double LABEL_HEIGHT = 14;

    private final Map<ChainName, Area> sources;
    private final double thickness;
    private final List<Shape> ribbons = new ArrayList<>();
    private final List<Shape> labels = new ArrayList<>();

    private record Flight(EndingRow row, Area ending, Ending.Arrival arrival) {
        double share() {
            return arrival.share().toDouble();
        }
    }

    private Ribbons(Map<ChainName, Area> sources, double thickness) {
        this.sources = sources;
        this.thickness = thickness;
    }

    /** {@code sources} are the places of hubs and, for what comes at once, of ways in. */
    static List<Shape> of(List<EndingRow> rows, List<Box> endings, Map<ChainName, Area> sources, boolean small) {
        Map<ChainName, List<Flight>> flights = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            for (Ending.Arrival arrival : rows.get(i).arrivals()) {
                flights.computeIfAbsent(arrival.source(), none -> new ArrayList<>())
                        .add(new Flight(rows.get(i), endings.get(i).area(), arrival));
            }
        }
        flights.keySet().retainAll(sources.keySet());
        Ribbons drawn = new Ribbons(sources, thickness(flights, sources));
        flights.forEach((source, leaving) -> drawn.leave(source, leaving));
        drawn.label(rows, endings, small);
        List<Shape> shapes = new ArrayList<>(drawn.ribbons);
        shapes.addAll(drawn.labels);
        return shapes;
    }

    /** The thickness of all packets, so that the ribbons of each source fit its side. */
    private static double thickness(Map<ChainName, List<Flight>> flights, Map<ChainName, Area> sources) {
        double least = ALL;
        for (Map.Entry<ChainName, List<Flight>> entry : flights.entrySet()) {
            double sum = entry.getValue().stream().mapToDouble(Flight::share).sum();
            double room = place(sources, entry.getKey()).height() - 24;
            least = sum == 0 ? least : Math.min(least, room / sum);
        }
        return least;
    }

    private static Area place(Map<ChainName, Area> sources, ChainName source) {
        return Objects.requireNonNull(sources.get(source));
    }

    private void leave(ChainName source, List<Flight> flights) {
        Area area = place(sources, source);
        double sum = flights.stream().mapToDouble(Flight::share).sum() * thickness;
        double y = area.middleY() - sum / 2;
        for (Flight flight : flights) {
            double thick = flight.share() * thickness;
            Point from = new Point(area.right(), y + thick / 2);
            Point to = new Point(flight.ending.x() - ARROW, flight.ending.middleY());
            ribbons.add(new Ribbon(
                    from, to, FLAT, thick, Colours.of(flight.row.kind()).ribbon(), hint(flight)));
            y += thick;
        }
    }

    private static String hint(Flight flight) {
        Optional<String> rule = flight.arrival.step().flatMap(Step::rule).map(Rule::text);
        return Percent.of(flight.arrival.share())
                + rule.map(text -> ": " + text).orElse("");
    }

    private void label(List<EndingRow> rows, List<Box> endings, boolean small) {
        for (int i = 0; i < rows.size(); i++) {
            Area ending = endings.get(i).area();
            double middle = ending.x() - ARROW - FLAT / 2 - 4;
            Box pill = Chip.percent(rows.get(i).share().toString(), small);
            labels.add(pill.moved(
                    middle - pill.area().width() / 2,
                    ending.middleY() - pill.area().height() / 2));
            double half = Math.max(
                            pill.area().height(),
                            thickness * rows.get(i).share().most().toDouble())
                    / 2;
            if (!small && !rows.get(i).isFolded()) {
                double above = ending.middleY() - half - 3 - LABEL_HEIGHT;
                double below = ending.middleY() + half + 3;
                reason(rows.get(i)).ifPresent(words -> labels.add(label(words, middle, List.of(below, above))));
            }
        }
    }

    /** The first place where no ribbon passes through the words; with fewer of them if there is none. */
    private Box label(String words, double middle, List<Double> tops) {
        for (double room : LABEL_ROOMS) {
            for (double top : tops) {
                Box label = label(words, middle, top, room);
                if (isFree(label.area())) {
                    return label;
                }
            }
        }
        return label(words, middle, tops.get(0), FLAT);
    }

    private boolean isFree(Area area) {
        return ribbons.stream().noneMatch(shape -> shape instanceof Ribbon ribbon && ribbon.passes(area))
                && labels.stream().noneMatch(label -> label.area().overlaps(area));
    }

    private static Optional<String> reason(EndingRow row) {
        return row.first().arrivals().stream()
                .findFirst()
                .flatMap(Ending.Arrival::step)
                .map(Reasons::of);
    }

    private static Box label(String words, double middle, double top, double room) {
        Face face = Face.SMALL;
        String cut = face.cut(words, room);
        double left = Math.min(middle - face.width(cut) / 2, middle + FLAT / 2 - face.width(cut));
        Area area = new Area(left, top, face.width(cut), LABEL_HEIGHT);
        return Box.clear(area, List.of(Text.of(left, top + 10.5, face, Paint.FAINT, cut)));
    }
}
