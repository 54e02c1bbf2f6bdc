package kubenat.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Part;
import kubenat.model.packet.Route;
import kubenat.model.packet.RoutingRule;
import kubenat.model.packet.Split;

/** Which route packets take: the first routing rule that fits names a table, the most specific route there decides. */
final class RouteLookup {
    /** What has said where packets go. */
    enum By {
        TABLE,
        RULE,
        /** A table that was not given. */
        UNKNOWN
    }

    /** Packets and their route; none where no table has one, or where it is not known. */
    record Found(State state, Optional<Route> route, By by) {}

    private final Node node;
    private final boolean isFirst;

    RouteLookup(Node node) {
        this(node, false);
    }

    private RouteLookup(Node node, boolean isFirst) {
        this.node = node;
        this.isFirst = isFirst;
    }

    /** The one that a process asks before it sends, when its packets may have no source yet. */
    static RouteLookup first(Node node) {
        return new RouteLookup(node, true);
    }

    /** All packets, each with its route, for destinations that are not this node's own (those are asked before). */
    List<Found> of(State state) {
        List<RoutingRule> rules = rules(state);
        List<Found> found = new ArrayList<>();
        follow(rules.subList(local(rules) + 1, rules.size()), state, found)
                .forEach(none -> found.add(new Found(none, Optional.empty(), By.TABLE)));
        return found;
    }

    /** Those that rules give a route before the node's own addresses are asked, which the rest do. */
    List<Found> beforeLocal(State state, List<State> rest) {
        List<RoutingRule> rules = rules(state);
        List<Found> found = new ArrayList<>();
        rest.addAll(follow(rules.subList(0, Math.max(0, local(rules))), state, found));
        return found;
    }

    private List<RoutingRule> rules(State state) {
        return node.routing().rules(state.packet().family());
    }

    /** Where all packets ask the node's own addresses; -1 if nowhere. */
    private static int local(List<RoutingRule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).asksLocal()) {
                return i;
            }
        }
        return -1;
    }

    private List<State> follow(List<RoutingRule> rules, State state, List<Found> found) {
        List<State> open = List.of(state);
        for (RoutingRule rule : rules) {
            List<State> next = new ArrayList<>();
            for (State each : open) {
                Split split = RuleSelection.split(rule, each.packet(), node, isFirst);
                states(each, split.no()).forEach(next::add);
                states(each, split.yes()).forEach(asking -> next.addAll(ask(rule, asking, found)));
            }
            open = next;
        }
        return open;
    }

    private static Stream<State> states(State state, List<Part> parts) {
        return parts.stream().map(part -> new State(part.packet(), state.share().times(part.share()), state.trail()));
    }

    /** Adds those that the rule has an answer for, and gives back the rest. */
    private List<State> ask(RoutingRule rule, State state, List<Found> found) {
        if (rule.refuses().isPresent()) {
            Cidr all = new Cidr(Address.first(state.packet().family()), 0);
            Route refusal = new Route(
                    rule.refuses().get(), all, "", Optional.empty(), Optional.empty(), 0, "rule " + rule.priority());
            found.add(new Found(state, Optional.of(refusal), By.RULE));
            return List.of();
        }
        if (rule.table().isEmpty()) {
            found.add(new Found(state, Optional.empty(), By.UNKNOWN));
            return List.of();
        }
        if (rule.table().equals(Route.LOCAL)) {
            return List.of(state);
        }
        return node.routing().knowsTable(rule.table()) ? search(rule, state, found) : guess(rule.table(), state, found);
    }

    private static List<State> guess(String table, State state, List<Found> found) {
        String to = String.join(",", state.packet().header().destination().ranges());
        Split split = Split.opaque(
                state.packet(),
                Condition.opaque(
                        "ip route",
                        table + " " + to,
                        "table %s of ip route is for packets to %s".formatted(table, to)));
        states(state, split.yes()).forEach(way -> found.add(new Found(way, Optional.empty(), By.UNKNOWN)));
        return states(state, split.no()).toList();
    }

    /** Adds those that the table has a route for, and gives back the rest. */
    private List<State> search(RoutingRule rule, State state, List<Found> found) {
        AddressSet rest = state.packet().header().destination();
        List<State> none = new ArrayList<>();
        List<Route> table = node.routing().table(rule.table()).stream()
                .filter(route -> route.to().prefixLength() > rule.longerThan())
                .toList();
        for (List<Route> equals : equals(table)) {
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
            split.yes().forEach(part -> found.add(new Found(before.with(part.packet()), Optional.of(hop), By.TABLE)));
            if (split.no().isEmpty()) {
                return;
            }
            open = before.with(split.no().get(0).packet());
        }
        found.add(new Found(open, Optional.of(hops.get(hops.size() - 1)), By.TABLE));
    }

    private static State narrowed(State state, AddressSet destination) {
        Packet packet = state.packet();
        return packet.header().destination().equals(destination)
                ? state
                : state.with(packet.narrowDestination(destination));
    }
}
