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
import kubenat.render.picture.Disc;
import kubenat.render.picture.Face;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Point;
import kubenat.render.picture.Shape;
import kubenat.render.picture.Text;
import kubenat.render.picture.Wire;
import kubenat.trace.SourceClass;

/** Lays out the left column: the packet, and the numbered steps of each way in. */
final class EntryColumn {
    private static final double DISC = 11;
    private static final double GAP = 18;
    private static final double PILL_HEIGHT = 48;

    private final Section section;
    private final Chains chains;
    private final List<Shape> rails = new ArrayList<>();
    private final List<Shape> discs = new ArrayList<>();
    private final List<Box> shapes = new ArrayList<>();
    /** Where packets leave each way in that is drawn to its end. */
    private final Map<ChainName, Area> last = new LinkedHashMap<>();

    private final Map<ChainName, Box> marks = new LinkedHashMap<>();
    private double y;

    EntryColumn(Section section, Chains chains, String packet, double top) {
        this.section = section;
        this.chains = chains;
        this.y = top;
        pill(packet);
        for (Entry entry : section.entries()) {
            entry(entry);
        }
    }

    private void pill(String packet) {
        double width = Grid.STEP_RIGHT - Grid.MARGIN;
        Flow flow = new Flow(width, 24, 8);
        flow.line(Face.CHAIN.fitting(packet, flow.room(), 8), Paint.PACKET_TEXT, packet);
        flow.fixed(Text.of(
                24, 37, Face.PLAIN, Paint.PACKET_MUTED, Face.PLAIN.cut(SourceWords.main(section.from()), flow.room())));
        Box card = flow.card(Paint.PACKET, PILL_HEIGHT / 2, 0, "The packet that was asked about");
        Area area = new Area(0, 0, width, PILL_HEIGHT);
        Box pill = new Box(area, card.corners(), card.paint(), card.hint(), card.inside());
        shapes.add(pill.moved(Grid.MARGIN, y));
        y += PILL_HEIGHT;
    }

    private void entry(Entry entry) {
        double from = y;
        if (section.entries().size() > 1) {
            caption(entry);
            from = shapes.size() > 2 ? y : from;
        }
        int own = entry.steps().size() - entry.sameAs();
        int number = 0;
        for (StepNote note : entry.steps().subList(0, own)) {
            from = step(StepCard.of(note), String.valueOf(++number), from);
            note.marks().stream()
                    .findFirst()
                    .ifPresent(
                            mark -> marks.putIfAbsent(note.step().chain(), MarkBox.in(shapes.get(shapes.size() - 1))));
        }
        if (entry.steps().isEmpty()
                && entry.ways().stream().allMatch(way -> way.spine().steps().isEmpty())) {
            step(StepCard.untouched(entry, chains.size(entry.table())), "1", from);
        }
        if (entry.sameAs() > 0) {
            int steps = section.entries().get(0).steps().size();
            place(StepCard.sameAs(steps - entry.sameAs() + 1, steps), 10);
        } else {
            last.put(entry.table(), shapes.get(shapes.size() - 1).area());
        }
    }

    private void caption(Entry entry) {
        List<SourceClass> from =
                entry.ways().stream().map(Way::from).distinct().sorted().toList();
        String words = (entry.table().table() + " · " + SourceWords.main(from)).toUpperCase(Locale.ROOT);
        y += 14;
        Face face = Face.ZONE;
        Text text = Text.of(Grid.STEP, y + 11, face, Paint.FAINT, face.cut(words, Grid.STEP_WIDTH));
        shapes.add(Box.clear(new Area(Grid.STEP, y, Grid.STEP_WIDTH, 16), List.of(text)));
        y += 4;
    }

    /** Places a card with its number on the rail; the end of the rail so far. */
    private double step(Box card, String number, double from) {
        Box placed = place(card, GAP);
        Point middle = new Point(Grid.RAIL, placed.area().middleY());
        rails.add(new Wire(
                List.of(new Point(Grid.RAIL, from), middle),
                Wire.Bend.CORNERS,
                false,
                Paint.STEP_WIRE,
                Paint.CLEAR,
                ""));
        discs.add(new Disc(middle, DISC, Paint.STEP, Paint.STEP_TEXT, number));
        return middle.y();
    }

    private Box place(Box card, double gap) {
        Box placed = card.moved(Grid.STEP, y + gap);
        shapes.add(placed);
        y = placed.area().bottom();
        return placed;
    }

    double bottom() {
        return y;
    }

    /** Where packets leave a way in; absent for one that ends in the steps of another. */
    Optional<Area> leaving(ChainName table) {
        return Optional.ofNullable(last.get(table));
    }

    /** The first box in which packets are marked. */
    Optional<Box> marked() {
        return marks.values().stream().findFirst();
    }

    List<Shape> shapes() {
        List<Shape> all = new ArrayList<>(rails);
        all.addAll(discs);
        all.addAll(shapes);
        return all;
    }
}
