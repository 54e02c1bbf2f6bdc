package kubenat.render.chains;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kubenat.graph.ChainGraph;
import kubenat.model.ChainName;
import kubenat.render.Names;
import kubenat.render.picture.Area;
import kubenat.render.picture.Box;
import kubenat.render.picture.Face;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Scene;
import kubenat.render.picture.Shape;
import kubenat.render.picture.Text;

/** Lays out the picture of a chain graph: one part for each table, and what the colours mean. */
public final class ChainScene {
    private static final double MARGIN = 32;
    private static final double LEAST_WIDTH = 640;

    private final List<ChainMap> maps;
    private final List<Shape> shapes = new ArrayList<>();
    private double width = LEAST_WIDTH;
    private double y = 24;

    private ChainScene(List<ChainMap> maps) {
        this.maps = maps;
    }

    /** The picture; {@code title} says what was asked for. */
    public static Scene of(ChainGraph graph, Names names, String title) {
        return new ChainScene(ChainMap.of(graph, names)).scene(title);
    }

    private Scene scene(String title) {
        List<Shape> heading = new ArrayList<>();
        y += 40;
        maps.forEach(this::map);
        legend();
        double room = width - 2 * MARGIN;
        heading.add(Box.clear(
                new Area(MARGIN, 22, room, 28),
                List.of(Text.of(MARGIN, 43, Face.TITLE, Paint.TEXT, Face.TITLE.cut(title, room)))));
        heading.addAll(shapes);
        return new Scene(title, description(), width, y + 14, heading);
    }

    private void map(ChainMap map) {
        String words = "TABLE " + map.table().toString().toUpperCase(java.util.Locale.ROOT) + " · "
                + (map.cards().size() == 1 ? "1 CHAIN" : map.cards().size() + " CHAINS");
        double length = Face.ZONE.width(words);
        shapes.add(Box.clear(
                new Area(MARGIN, y, length, 18), List.of(Text.of(MARGIN, y + 13, Face.ZONE, Paint.FAINT, words))));
        ChainLayout layout = new ChainLayout(map);
        List<Area> columns = Columns.of(map, layout, MARGIN, y + 32);
        Map<ChainName, Area> cards = Columns.cards(map, layout, columns);
        shapes.addAll(new Wires(layout, columns, cards).draw());
        cards.forEach((chain, area) -> {
            ChainCard card = map.cards().get(chain);
            if (card != null) {
                shapes.add(ChainBox.draw(card, area));
            }
        });
        y = cards.values().stream().mapToDouble(Area::bottom).max().orElse(y) + 34;
        columns.forEach(column -> width = Math.max(width, column.right() + MARGIN));
    }

    private void legend() {
        Set<ChainCard.Kind> used = EnumSet.noneOf(ChainCard.Kind.class);
        maps.forEach(map -> map.cards().values().forEach(card -> used.add(card.kind())));
        double x = MARGIN;
        List<Shape> inside = new ArrayList<>();
        double top = y;
        for (ChainCard.Kind kind : used) {
            String words = words(kind);
            double length = 23 + Face.SMALL.width(words);
            if (x + length > width - MARGIN) {
                x = MARGIN;
                y += 20;
            }
            inside.add(new Box(new Area(x, y + 4, 16, 12), Box.Corners.of(3), ChainBox.paint(kind), "", List.of()));
            inside.add(Text.of(x + 23, y + 14, Face.SMALL, Paint.MUTED, words));
            x += length + 24;
        }
        y += 20;
        shapes.add(Box.clear(new Area(MARGIN, top, width - 2 * MARGIN, y - top), inside));
    }

    private static String words(ChainCard.Kind kind) {
        return switch (kind) {
            case BUILT_IN -> "chain of a hook";
            case PLAIN -> "user-defined chain";
            case SERVICE -> "Service chain";
            case ENDPOINT -> "endpoint (DNAT)";
            case MARK -> "marks packets; M: leads here";
            case DEAD -> "nothing refers to it";
            case MISSING -> "missing chain";
        };
    }

    private String description() {
        StringBuilder words = new StringBuilder();
        for (ChainMap map : maps) {
            words.append("Table ")
                    .append(map.table())
                    .append(" has ")
                    .append(map.cards().size())
                    .append(" chains. ");
            named(map, ChainCard.Kind.MISSING, "Missing: ", words);
            named(map, ChainCard.Kind.DEAD, "Nothing refers to: ", words);
        }
        return words.toString().strip();
    }

    private static void named(ChainMap map, ChainCard.Kind kind, String lead, StringBuilder words) {
        List<String> names = map.cards().values().stream()
                .filter(card -> card.kind() == kind)
                .map(card -> card.name().name())
                .limit(20)
                .toList();
        if (!names.isEmpty()) {
            words.append(lead).append(String.join(", ", names)).append(". ");
        }
    }
}
