package kubenat.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.model.match.MarkMatch;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Part;
import kubenat.model.packet.Route;
import kubenat.model.packet.RoutingRule;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;

/** Which route packets take: the first routing rule that fits names a table, the most specific route there decides. */
final class RouteLookup {
    /** Packets and their route; none where no table has one. */
    record Found(State state, Optional<Route> route) {}

    private final Node node;

    RouteLookup(Node node) {
        this.node = node;
    }

    /** All packets, each with its route, for destinations that are not this node's own (those are asked before). */
    List<Found> of(State state) {
        List<Found> found = new ArrayList<>();
        List<State> open = List.of(state);
        for (RoutingRule rule : node.routing().rules()) {
            List<State> next = new ArrayList<>();
            for (State each : open) {
                Split split = split(rule, each.packet());
                states(each, split.no()).forEach(next::add);
                states(each, split.yes()).forEach(asking -> next.addAll(search(rule.table(), asking, found)));
            }
            open = next;
        }
        open.stream()
                .flatMap(each -> search(Route.MAIN, each, found).stream())
                .flatMap(each -> search(Route.DEFAULT, each, found).stream())
                .forEach(none -> found.add(new Found(none, Optional.empty())));
        return found;
    }

    private Split split(RoutingRule rule, Packet packet) {
        Site site = new Site(node, "ip rule " + rule.priority());
        Split split = new MarkMatch(false, rule.mark(), rule.mask()).split(packet, site);
        Condition other = Condition.opaque("ip rule", rule.other(), "the packet is " + rule.other());
        return rule.other().isEmpty() || split.yes().isEmpty()
                ? split
                : Split.opaque(split.yes().get(0).packet(), other);
    }

    private static Stream<State> states(State state, List<Part> parts) {
        return parts.stream().map(part -> new State(part.packet(), state.share().times(part.share()), state.trail()));
    }

    /** Adds those that the table has a route for, and gives back the rest. */
    private List<State> search(String table, State state, List<Found> found) {
        AddressSet rest = state.packet().header().destination();
        List<State> none = new ArrayList<>();
        for (List<Route> equals : equals(node.routing().table(table))) {
            Route first = equals.get(0);
            AddressSet here = rest.intersect(AddressSet.of(first.to()));
            rest = rest.minus(here);
            if (!here.isEmpty() && first.kind() == Route.Kind.THROW) {
                none.add(narrowed(state, here));
            } else if (!here.isEmpty()) {
                choose(equals, narrowed(state, here), found);
            }
        }
        if (!rest.isEmpty()) {
            none.add(narrowed(state, rest));
        }
        return none;
    }

    /** Routes in groups of the same network and metric: the next hops of one. */
    private static Collection<List<Route>> equals(List<Route> routes) {
        record Key(Cidr to, int metric) {}
        Map<Key, List<Route>> groups = new LinkedHashMap<>();
        routes.forEach(route -> groups.computeIfAbsent(new Key(route.to(), route.metric()), any -> new ArrayList<>())
                .add(route));
        return groups.values();
    }

    /** Which of several next hops a connection takes is the kernel's secret, but it stays the same. */
    private static void choose(List<Route> hops, State state, List<Found> found) {
        State open = state;
        for (Route hop : hops.subList(0, hops.size() - 1)) {
            String way = hop.via().map(via -> "via " + via + " ").orElse("") + "dev " + hop.device();
            Split split = Split.opaque(
                    open.packet(),
                    Condition.opaque("route", hop.to() + " " + way, "the route to " + hop.to() + " is " + way));
            State before = open;
            split.yes().forEach(part -> found.add(new Found(before.with(part.packet()), Optional.of(hop))));
            if (split.no().isEmpty()) {
                return;
            }
            open = before.with(split.no().get(0).packet());
        }
        found.add(new Found(open, Optional.of(hops.get(hops.size() - 1))));
    }

    private static State narrowed(State state, AddressSet destination) {
        Packet packet = state.packet();
        return packet.header().destination().equals(destination)
                ? state
                : state.with(packet.narrowDestination(destination));
    }
}
