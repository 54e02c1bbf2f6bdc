package kubenat.render.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.render.picture.Area;
import kubenat.render.picture.Box;
import kubenat.render.picture.Face;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Point;
import kubenat.render.picture.Shape;
import kubenat.render.picture.Text;
import kubenat.render.picture.Wire;
import kubenat.trace.Verdict;

/** Lays out one section: the way in, hubs and endings side by side, and the way out below. */
final class SectionLayout {
    private static final double CAPTION = 30;
    private static final double HUB_GAP = 22;
    private static final double TO_STRIP = 46;
    /** With more rows than these, each gets a small card. */
    private static final int LARGE_ROWS = 5;

    private final Section section;
    private final Grid grid;
    private final Facts facts;
    private final Chains chains;
    private final List<Shape> wires = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final EntryColumn entries;
    private final List<EndingRow> rows;
    private List<Box> hubs = List.of();
    private List<Box> endings = List.of();
    private double bottom;

    SectionLayout(Section section, Facts facts, Chains chains, String packet, double top) {
        this.section = section;
        this.grid = Grid.of(section);
        this.facts = facts;
        this.chains = chains;
        this.rows = EndingRow.of(section.endings());
        this.entries = new EntryColumn(section, chains, packet, top + CAPTION);
        captions(top);
        columns(top + CAPTION);
        intoHubs();
        shapes.addAll(Ribbons.of(rows, endings, sources(), isSmall()));
        exits();
    }

    private boolean isSmall() {
        return rows.size() > LARGE_ROWS;
    }

    private void captions(double top) {
        Entry first = section.entries().get(0);
        boolean one = section.entries().size() == 1;
        caption(
                Grid.MARGIN,
                top,
                Grid.STEP_RIGHT,
                one ? "ENTRY · " + first.table().table() + " " + first.hook() : "ENTRY");
        boolean service =
                section.hubs().stream().anyMatch(hub -> !facts.role(hub.chain()).isEmpty());
        if (grid.hubs()) {
            caption(Grid.HUB, top, Grid.HUB_WIDTH, service ? "SERVICE · LOAD BALANCING" : "WHERE WAYS PART");
        }
        boolean translated = rows.stream().anyMatch(row -> row.kind() == EndingKey.Kind.ENDPOINT);
        caption(grid.ending(), top, Grid.ENDING_WIDTH, translated ? "ENDPOINTS · DNAT" : "END OF THE WAY");
    }

    private void caption(double x, double top, double room, String words) {
        Face face = Face.ZONE;
        String cut = face.cut(words.toUpperCase(Locale.ROOT), room);
        shapes.add(Box.clear(new Area(x, top, room, 18), List.of(Text.of(x, top + 13, face, Paint.FAINT, cut))));
    }

    private void columns(double top) {
        List<Box> hubCards = section.hubs().stream()
                .map(hub -> HubCard.of(hub, facts, chains))
                .toList();
        List<Box> endCards = rows.stream()
                .map(row -> new EndingCard(row, chains, facts).card(isSmall()))
                .toList();
        double gap = isSmall() ? 12 : 40;
        double hubHeight = Stack.height(hubCards, HUB_GAP);
        double endHeight = Stack.height(endCards, gap);
        double height = Math.max(entries.bottom() - top, Math.max(hubHeight, endHeight));
        hubs = Stack.placed(hubCards, Grid.HUB, top + (height - hubHeight) / 2, HUB_GAP);
        endings = Stack.placed(endCards, grid.ending(), top + (height - endHeight) / 2, gap);
        bottom = top + height;
    }

    private Map<ChainName, Area> sources() {
        Map<ChainName, Area> sources = new LinkedHashMap<>();
        for (int i = 0; i < hubs.size(); i++) {
            for (ChainName chain : section.hubs().get(i).chains()) {
                sources.put(chain, hubs.get(i).area());
            }
        }
        if (hubs.isEmpty()) {
            section.entries()
                    .forEach(entry ->
                            entries.leaving(entry.table()).ifPresent(area -> sources.put(entry.table(), area)));
        }
        return sources;
    }

    /** Wires from the ways in to the first hub of each, and from hub to hub. */
    private void intoHubs() {
        Map<ChainName, Area> areas = sources();
        if (hubs.isEmpty()) {
            return;
        }
        for (Entry entry : section.entries()) {
            Optional<Area> from = entries.leaving(entry.table());
            Optional<Area> to = section.firstHub(entry).map(areas::get);
            if (from.isPresent() && to.isPresent()) {
                swing(from.get(), to.get());
            }
        }
        for (int i = 0; i < hubs.size(); i++) {
            for (Hub.Fork fork : section.hubs().get(i).forks()) {
                Area from = hubs.get(i).area();
                Optional.ofNullable(areas.get(fork.to())).ifPresent(to -> fork(from, to));
            }
        }
        shapes.addAll(hubs);
    }

    private void swing(Area from, Area to) {
        wires.add(new Wire(
                List.of(new Point(from.right(), from.middleY()), new Point(to.x() - 2, to.middleY())),
                Wire.Bend.SWING,
                false,
                Paint.STEP_WIRE,
                Paint.STEP_ARROW,
                ""));
    }

    /** A wire from a hub to another: straight to the next one, or round the left side of what is between them. */
    private void fork(Area from, Area to) {
        boolean next = to.y() > from.y() && to.y() - from.bottom() < HUB_GAP + 1;
        double lane = from.x() - 14;
        List<Point> points = next
                ? List.of(new Point(from.middleX(), from.bottom()), new Point(from.middleX(), to.y() - 2))
                : List.of(
                        new Point(from.x(), from.bottom() - 18),
                        new Point(lane, from.bottom() - 18),
                        new Point(lane, to.y() + 22),
                        new Point(to.x() - 2, to.y() + 22));
        wires.add(new Wire(points, Wire.Bend.CORNERS, false, Paint.STEP_WIRE, Paint.STEP_ARROW, ""));
    }

    private void exits() {
        shapes.addAll(endings);
        if (section.exits().isEmpty()) {
            return;
        }
        Area place = new Area(Grid.MARGIN, bottom + TO_STRIP, grid.right() - Grid.MARGIN, 0);
        ExitStrip.Strip strip = ExitStrip.of(section.exits(), place, wayOut());
        shapes.add(strip.box());
        new ExitWires(wires).gather(rows, endings, strip.box().area(), grid);
        Optional<Box> marked = firstMark();
        if (marked.isPresent() && strip.mark().isPresent()) {
            Area from = marked.get().area();
            double aside = from.x() >= Grid.HUB ? Grid.HUB - 26 : Grid.STEP_RIGHT + 20;
            new ExitWires(shapes).mark(from, strip.mark().get().area(), bottom, isLowest(from), aside);
        }
        bottom = strip.box().area().bottom();
    }

    private String wayOut() {
        boolean local = section.endings().stream()
                .flatMap(ending -> ending.ways().stream())
                .filter(Way::goesOn)
                .allMatch(way -> way.outcome().verdict() == Verdict.LOCAL);
        return local ? "DELIVERY ON THIS NODE" : "LEAVING THE NODE";
    }

    /** The box in which packets are marked first, in a hub or else on the way in. */
    private Optional<Box> firstMark() {
        for (int i = 0; i < hubs.size(); i++) {
            if (!section.hubs().get(i).marks().isEmpty()) {
                return Optional.of(MarkBox.in(hubs.get(i)));
            }
        }
        return entries.marked();
    }

    private boolean isLowest(Area mark) {
        return mark.x() >= Grid.HUB && hubs.stream().noneMatch(hub -> hub.area().y() > mark.bottom());
    }

    double bottom() {
        return bottom;
    }

    double right() {
        return grid.pageWidth();
    }

    List<Shape> shapes() {
        List<Shape> all = new ArrayList<>(wires);
        all.addAll(entries.shapes());
        all.addAll(shapes);
        return all;
    }
}
