package kubenat.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.model.ChainName;
import org.jgrapht.Graph;

/** Finds cycles depth first, on a stack of its own; a cycle's path is made when it is asked for, as all together can be very long. */
final class Loops {
    private final Graph<ChainName, Handover> graph;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<ChainName> active = new HashSet<>();
    private final Set<ChainName> seen = new HashSet<>();
    /** The handover by which the search came to a chain. */
    private final Map<ChainName, Handover> cameBy = new HashMap<>();

    private final List<Handover> closing = new ArrayList<>();

    /** A chain on the way of the search, and its handovers that are still to be tried. */
    private record Open(ChainName chain, Iterator<Handover> untried) {}

    private Loops(Graph<ChainName, Handover> graph) {
        this.graph = graph;
    }

    /** Cycles such that without the closing rule of each there would be none left. */
    static Stream<Cycle> in(Graph<ChainName, Handover> graph) {
        Loops loops = new Loops(graph);
        graph.vertexSet().forEach(loops::search);
        return loops.closing.stream().map(loops::cycle);
    }

    private void search(ChainName start) {
        arrive(start);
        while (!open.isEmpty()) {
            Open last = open.element();
            if (last.untried.hasNext()) {
                follow(last.untried.next());
            } else {
                active.remove(open.pop().chain);
            }
        }
    }

    private boolean arrive(ChainName chain) {
        boolean first = seen.add(chain);
        if (first) {
            active.add(chain);
            open.push(new Open(chain, graph.outgoingEdgesOf(chain).iterator()));
        }
        return first;
    }

    private void follow(Handover handover) {
        if (arrive(handover.to())) {
            cameBy.put(handover.to(), handover);
        } else if (active.contains(handover.to())) {
            closing.add(handover);
        }
    }

    private Cycle cycle(Handover last) {
        List<Handover> path = new ArrayList<>(List.of(last));
        ChainName at = last.from();
        while (!at.equals(last.to())) {
            Handover by = Objects.requireNonNull(cameBy.get(at));
            path.add(by);
            at = by.from();
        }
        Collections.reverse(path);
        return new Cycle(path);
    }
}
