package kubenat.graph;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.TableName;
import org.jgrapht.Graph;
import org.jgrapht.traverse.BreadthFirstIterator;

/**
 * Chains and the rules that can hand a packet from one to another, as far as somebody asked for them. No matches are looked at:
 * what is not reachable here is reached by no packet at all.
 */
public final class ChainGraph {
    private final Graph<ChainName, Handover> graph;
    private final Map<ChainName, Chain> present;
    private final Set<TableName> whole;

    ChainGraph(Graph<ChainName, Handover> graph, Map<ChainName, Chain> present, Set<TableName> whole) {
        this.graph = graph;
        this.whole = whole;
        this.present = Collections.unmodifiableMap(new LinkedHashMap<>(present));
    }

    /** The chains given and all that they lead to; no other chain's rules are read. */
    public static ChainGraph from(Ruleset ruleset, Collection<ChainName> starts) {
        Exploration exploration = new Exploration(ruleset);
        starts.forEach(exploration::from);
        return exploration.graph();
    }

    /** All chains but those that are left out, and handovers to these. */
    public static ChainGraph without(Ruleset ruleset, Predicate<ChainName> leftOut) {
        Exploration exploration = new Exploration(ruleset, leftOut.negate());
        ruleset.tables().stream().flatMap(Table::chains).map(Chain::name).forEach(exploration::from);
        return exploration.graph();
    }

    /** All chains of a table. */
    public static ChainGraph of(Ruleset ruleset, Table table) {
        return from(ruleset, table.chains().map(Chain::name).toList());
    }

    /** All chains of all tables. */
    public static ChainGraph of(Ruleset ruleset) {
        return from(
                ruleset,
                ruleset.tables().stream()
                        .flatMap(Table::chains)
                        .map(Chain::name)
                        .toList());
    }

    /** The names of all chains, missing ones too, in the order in which they were come to. */
    public Set<ChainName> names() {
        return Collections.unmodifiableSet(graph.vertexSet());
    }

    /** The chain of that name; absent for a missing one. */
    public Optional<Chain> chain(ChainName name) {
        return Optional.ofNullable(present.get(name));
    }

    /** All handovers, chain by chain, in the order of their rules. */
    public Stream<Handover> handovers() {
        return graph.edgeSet().stream();
    }

    /** The rules of a chain that can hand a packet on, in order; none for a chain that is not in the graph. */
    public Collection<Handover> from(ChainName name) {
        return graph.containsVertex(name) ? graph.outgoingEdgesOf(name) : List.of();
    }

    /** The rules that can hand a packet to a chain; none for a chain that is not in the graph. */
    public Collection<Handover> to(ChainName name) {
        return graph.containsVertex(name) ? graph.incomingEdgesOf(name) : List.of();
    }

    /** A chain of the graph and all that it leads to, breadth first. */
    public Set<ChainName> reachable(ChainName start) {
        Set<ChainName> reached = new LinkedHashSet<>();
        new BreadthFirstIterator<>(graph, start).forEachRemaining(reached::add);
        return reached;
    }

    /**
     * The cycles, each with its path: as many as it takes that there would be none left without the closing rule of each. The
     * kernel refuses a dump that has one.
     */
    public Stream<Cycle> cycles() {
        return Loops.in(graph);
    }

    /** User-defined chains that no rule refers to; none of a table of which the graph has a part only. */
    public List<Chain> dead() {
        return present.values().stream()
                .filter(chain -> whole.contains(chain.name().table()))
                .filter(chain -> chain.policy().isEmpty() && to(chain.name()).isEmpty())
                .toList();
    }

    /** Chains that rules refer to, or that were asked for, and of which the dump has neither a declaration nor a rule. */
    public List<ChainName> missing() {
        return graph.vertexSet().stream()
                .filter(name -> !present.containsKey(name))
                .toList();
    }
}
