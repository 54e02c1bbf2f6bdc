package kubenat.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.TableName;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedPseudograph;

/** Walks from chain to chain, breadth first, and reads the rules of those only that it comes to. */
final class Exploration {
    private final Ruleset ruleset;
    private final Predicate<ChainName> wanted;
    private final Graph<ChainName, Handover> graph = new DirectedPseudograph<>(Handover.class);
    private final Map<ChainName, Chain> present = new LinkedHashMap<>();
    private final Deque<ChainName> open = new ArrayDeque<>();

    Exploration(Ruleset ruleset) {
        this(ruleset, chain -> true);
    }

    /** Of chains that are not wanted nothing is in the graph. */
    Exploration(Ruleset ruleset, Predicate<ChainName> wanted) {
        this.ruleset = ruleset;
        this.wanted = wanted;
    }

    /** Adds a chain and all that it leads to. */
    void from(ChainName start) {
        reach(start);
        while (!open.isEmpty()) {
            read(open.remove());
        }
    }

    private void reach(ChainName name) {
        if (wanted.test(name) && graph.addVertex(name)) {
            open.add(name);
        }
    }

    private void read(ChainName name) {
        Optional<Chain> chain = ruleset.chain(name);
        if (chain.isPresent()) {
            present.put(name, chain.get());
            chain.get().rules().forEach(rule -> Handover.of(rule).ifPresent(this::add));
        }
    }

    private void add(Handover handover) {
        if (wanted.test(handover.to())) {
            reach(handover.to());
            graph.addEdge(handover.from(), handover.to(), handover);
        }
    }

    ChainGraph graph() {
        return new ChainGraph(graph, present, whole());
    }

    /** The tables of which every chain has been read. */
    private Set<TableName> whole() {
        return ruleset.tables().stream()
                .filter(table -> table.size()
                        == present.keySet().stream()
                                .filter(chain -> chain.table() == table.name())
                                .count())
                .map(Table::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
