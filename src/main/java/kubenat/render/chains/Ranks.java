package kubenat.render.chains;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kubenat.graph.ChainGraph;
import kubenat.graph.Cycle;
import kubenat.graph.Handover;
import kubenat.kube.ChainRole;
import kubenat.model.Chain;
import kubenat.model.ChainName;

/** Gives each chain its column: kube-proxy's by what they are for, others one further than the last chain that leads to them. */
final class Ranks {
    private final ChainGraph graph;
    private final Set<ChainName> shown;
    private final Set<Handover> closing;
    private final Map<ChainName, Integer> ranks = new LinkedHashMap<>();

    private Ranks(ChainGraph graph, Set<ChainName> shown) {
        this.graph = graph;
        this.shown = shown;
        this.closing = graph.cycles().map(Cycle::closing).collect(Collectors.toCollection(HashSet::new));
    }

    /** The columns of the chains shown, from 0 without gaps. */
    static Map<ChainName, Integer> of(ChainGraph graph, Set<ChainName> shown) {
        Ranks ranks = new Ranks(graph, shown);
        shown.forEach(chain -> ranks.ranks.put(chain, ranks.pinned(chain).orElse(0)));
        ranks.spread();
        return ranks.dense();
    }

    private Optional<Integer> pinned(ChainName chain) {
        if (graph.chain(chain).flatMap(Chain::policy).isPresent()) {
            return Optional.of(0);
        }
        return switch (ChainRole.of(chain.name())) {
            case SERVICES, EXTERNAL_SERVICES, PORTALS, POSTROUTING, FIREWALL, FORWARD, PROXY_FIREWALL -> Optional.of(1);
            case NODEPORTS, PORTAL_NODEPORTS -> Optional.of(2);
            case FW -> Optional.of(3);
            case EXT, XLB -> Optional.of(4);
            case SVC, SVL -> Optional.of(5);
            case SEP -> Optional.of(6);
            case MARK_MASQ, MARK_DROP, CANARY, HINT -> Optional.of(1);
            default -> Optional.empty();
        };
    }

    /** Longest ways, in the order in which all that lead to a chain are done (Kahn's algorithm). */
    private void spread() {
        Map<ChainName, Long> waiting = new LinkedHashMap<>();
        for (ChainName chain : shown) {
            waiting.put(chain, graph.to(chain).stream().filter(this::counts).count());
        }
        Deque<ChainName> ready = new ArrayDeque<>();
        waiting.forEach((chain, count) -> {
            if (count == 0) {
                ready.add(chain);
            }
        });
        while (!ready.isEmpty()) {
            ChainName chain = ready.remove();
            graph.from(chain).stream().filter(this::counts).forEach(handover -> {
                push(chain, handover.to());
                if (waiting.merge(handover.to(), -1L, Long::sum) == 0) {
                    ready.add(handover.to());
                }
            });
        }
    }

    private boolean counts(Handover handover) {
        return !closing.contains(handover) && shown.contains(handover.from()) && shown.contains(handover.to());
    }

    private void push(ChainName from, ChainName to) {
        if (pinned(to).isEmpty()) {
            int next = ranks.getOrDefault(from, 0) + 1;
            ranks.merge(to, next, Math::max);
        }
    }

    private Map<ChainName, Integer> dense() {
        List<Integer> used = List.copyOf(new TreeSet<>(ranks.values()));
        Map<Integer, Integer> column = new LinkedHashMap<>();
        used.forEach(rank -> column.put(rank, column.size()));
        Map<ChainName, Integer> dense = new LinkedHashMap<>();
        ranks.forEach((chain, rank) -> dense.put(chain, column.getOrDefault(rank, 0)));
        return dense;
    }
}
