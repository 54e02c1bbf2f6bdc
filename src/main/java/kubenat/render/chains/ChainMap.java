package kubenat.render.chains;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kubenat.graph.ChainGraph;
import kubenat.graph.Handover;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.TableName;
import kubenat.render.Names;

/**
 * The chains of one table as they are drawn: cards with columns, and strands between them. What leads to a chain that only marks
 * is no strand but a badge on the card.
 *
 * @param strands those that lead to a column further on
 * @param back the others
 * @param columns the column of each chain
 */
public record ChainMap(
        TableName table,
        Map<ChainName, ChainCard> cards,
        List<Strand> strands,
        List<Strand> back,
        Map<ChainName, Integer> columns) {

    /** One map for each table that has chains in the graph. */
    public static List<ChainMap> of(ChainGraph graph, Names names) {
        Map<TableName, Set<ChainName>> tables = new LinkedHashMap<>();
        for (ChainName chain : graph.names()) {
            tables.computeIfAbsent(chain.table(), none -> new LinkedHashSet<>()).add(chain);
        }
        return tables.entrySet().stream()
                .map(table -> of(graph, names, table.getKey(), table.getValue()))
                .toList();
    }

    private static ChainMap of(ChainGraph graph, Names names, TableName table, Set<ChainName> chains) {
        Map<ChainName, Integer> columns = Ranks.of(graph, chains);
        Cards cards = new Cards(graph, names);
        List<Strand> strands = new ArrayList<>();
        List<Strand> back = new ArrayList<>();
        Map<ChainName, ChainCard> all = new LinkedHashMap<>();
        for (ChainName chain : chains) {
            List<Strand> asides = new ArrayList<>();
            for (Strand strand : leaving(graph, chain)) {
                boolean forward = columns.getOrDefault(strand.to(), 0) > columns.getOrDefault(chain, 0);
                (forward ? strands : asides).add(strand);
            }
            all.put(chain, cards.of(chain, asides));
            back.addAll(asides);
        }
        return new ChainMap(table, all, strands, back, columns);
    }

    private static List<Strand> leaving(ChainGraph graph, ChainName chain) {
        Map<ChainName, List<Handover>> byTarget = new LinkedHashMap<>();
        graph.from(chain).stream()
                .filter(handover -> !Cards.onlyMarks(graph, handover.to()))
                .forEach(handover -> byTarget.computeIfAbsent(handover.to(), none -> new ArrayList<>())
                        .add(handover));
        Labels labels = new Labels(graph.chain(chain).map(Chain::rules).orElse(List.of()));
        return byTarget.entrySet().stream()
                .map(entry -> new Strand(chain, entry.getKey(), entry.getValue(), labels.of(entry.getValue())))
                .toList();
    }
}
