package kubenat.render.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.graph.ChainGraph;
import kubenat.model.ChainName;
import kubenat.render.Names;
import kubenat.render.chains.ChainCard;
import kubenat.render.chains.ChainMap;
import kubenat.render.chains.Strand;

/** A chain graph as nodes and edges: one cluster for each table; what leads to a chain that only marks is a word in its node. */
public final class ChainDiagram {
    private final Diagram out;
    private final Map<ChainName, String> ids = new LinkedHashMap<>();

    private ChainDiagram(Diagram out) {
        this.out = out;
    }

    /** The whole file, in the language of {@code out}; {@code title} says what was asked for. */
    public static String of(ChainGraph graph, Names names, String title, Diagram out) {
        return pieces(graph, names, title, out).collect(Collectors.joining());
    }

    /** The same in pieces, as there may be half a million chains. */
    public static Stream<String> pieces(ChainGraph graph, Names names, String title, Diagram out) {
        ChainMap.of(graph, names).forEach(new ChainDiagram(out)::table);
        return out.pieces(title);
    }

    private void table(ChainMap map) {
        out.open("table " + map.table());
        map.cards().values().forEach(this::node);
        map.strands().forEach(strand -> edge(strand, false));
        map.back().forEach(strand -> edge(strand, true));
        out.close();
    }

    private void node(ChainCard card) {
        List<String> lines = new ArrayList<>(List.of(card.name().name(), card.about()));
        lines.addAll(card.ends());
        if (card.marks()) {
            lines.add("marks packets");
        }
        ids.put(card.name(), out.node(style(card.kind()), lines, card.hint()));
    }

    private void edge(Strand strand, boolean back) {
        String tooltip = strand.handovers().get(0).rule().text();
        out.edge(
                ids.getOrDefault(strand.from(), ""),
                ids.getOrDefault(strand.to(), ""),
                back ? Style.MARK : Style.DEAD,
                strand.label(),
                tooltip);
    }

    private static Style style(ChainCard.Kind kind) {
        return switch (kind) {
            case BUILT_IN -> Style.STEP;
            case PLAIN -> Style.PLAIN;
            case SERVICE -> Style.SERVICE;
            case ENDPOINT -> Style.ENDPOINT;
            case MARK -> Style.MARK;
            case DEAD -> Style.DEAD;
            case MISSING -> Style.PROBLEM;
        };
    }
}
