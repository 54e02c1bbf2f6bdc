package kubenat.render.chains;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.model.ChainName;
import kubenat.render.picture.Area;

/** Where the columns of a map are: as wide as the widest card, as far apart as the labels before them take. */
final class Columns {
    static final double LABEL_ROOM = 150;
    private static final double GAP = 64;

    private Columns() {}

    /** The areas of the columns from the place given; their height is 0. */
    static List<Area> of(ChainMap map, ChainLayout layout, double x, double y) {
        double[] widths = new double[layout.columns.size()];
        double[] labels = new double[layout.columns.size()];
        map.cards().forEach((chain, card) -> {
            int column = map.columns().getOrDefault(chain, 0);
            widths[column] = Math.max(widths[column], ChainBox.width(card));
        });
        for (Strand strand : map.strands()) {
            int column = map.columns().getOrDefault(strand.to(), 0);
            labels[column] = Math.max(labels[column], Math.min(LABEL_ROOM, Wires.LABEL.width(strand.label())));
        }
        List<Area> areas = new ArrayList<>();
        double at = x;
        for (int i = 0; i < widths.length; i++) {
            at += i == 0 ? 0 : GAP + labels[i];
            areas.add(new Area(at, y, widths[i], 0));
            at += widths[i];
        }
        return areas;
    }

    /** Where the cards are. */
    static Map<ChainName, Area> cards(ChainMap map, ChainLayout layout, List<Area> columns) {
        Map<ChainName, Area> cards = new LinkedHashMap<>();
        layout.slots.forEach((chain, slot) -> {
            Area column = columns.get(map.columns().getOrDefault(chain, 0));
            cards.put(chain, new Area(column.x(), column.y() + slot.top(), column.width(), slot.height));
        });
        return cards;
    }
}
