package kubenat.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kubenat.model.match.AddressTypes;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Family;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.MarkBits;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Split;

/** The node's routing decisions for what its processes send: at first, and again after rules have changed the packet. */
final class Sending {
    private final Node node;
    private final Consumer<Loss> loss;
    private final RouteLookup first;
    private final RouteLookup again;

    Sending(Node node, Consumer<Loss> loss) {
        this.node = node;
        this.loss = loss;
        this.first = RouteLookup.first(node);
        this.again = new RouteLookup(node);
    }

    /** The packets with the interface that their first destination asks for; where there is none the sender is told so. */
    List<State> leaving(List<State> states) {
        List<State> leaving = new ArrayList<>();
        for (State state : states) {
            Split everybody = state.packet().family() == Family.IPV4
                    ? Destinations.broadcast(state.packet(), node)
                    : Split.no(state.packet());
            for (State all : Forwarding.parts(state, everybody.yes()).toList()) {
                leaving.addAll(toEverybody(all));
            }
            for (State other : Forwarding.parts(state, everybody.no()).toList()) {
                leaving.addAll(routed(other, first));
            }
        }
        return leaving;
    }

    private List<State> toEverybody(State state) {
        Condition allowed = Condition.opaque("socket", "SO_BROADCAST", "the process may broadcast (SO_BROADCAST)");
        Split split = Split.opaque(state.packet(), allowed);
        Forwarding.parts(state, split.no()).forEach(other -> lose(other, "broadcasting is not allowed (EACCES)"));
        return Forwarding.parts(state, split.yes())
                .flatMap(s -> away(s, first).stream())
                .toList();
    }

    private List<State> routed(State state, RouteLookup routes) {
        List<State> rest = new ArrayList<>();
        List<State> routed = new ArrayList<>();
        routes.beforeLocal(state, rest).forEach(found -> leaving(found).ifPresent(routed::add));
        rest.forEach(other -> routed.addAll(homeOrAway(other, routes)));
        return routed;
    }

    private List<State> homeOrAway(State state, RouteLookup routes) {
        Split local = AddressTypes.localDestination(state.packet(), node)
                .or(p -> p.family() == Family.IPV6 ? Destinations.broadcast(p, node) : Split.no(p));
        List<State> routed = new ArrayList<>();
        Forwarding.parts(state, local.yes())
                .forEach(home -> routed.add(home.with(home.packet().withOut(InterfaceSet.named("lo")))));
        Forwarding.parts(state, local.no()).forEach(away -> routed.addAll(away(away, routes)));
        return routed;
    }

    /** By the interface of a route, away from this node. */
    private List<State> away(State state, RouteLookup routes) {
        if (!node.routing().known()) {
            return List.of(state.with(state.packet().withOut(Forwarding.OPEN)));
        }
        return routes.of(state).stream()
                .flatMap(found -> leaving(found).stream())
                .toList();
    }

    private Optional<State> leaving(RouteLookup.Found found) {
        State state = found.state();
        NextHop hop = NextHop.of(found, state.packet().family());
        if (hop.out().isEmpty()) {
            lose(state, hop.why());
        }
        return hop.out().map(out -> state.with(state.packet().withOut(out)));
    }

    /**
     * Packets that leave by the same interface. Until POSTROUTING their rules still see the one that they were to leave by at
     * first (kernel: nf_hook_state's out; by experiment on Linux 6.18).
     *
     * @param turnedTo the interface they leave by, where routing was asked again
     */
    record WayOut(Optional<InterfaceSet> turnedTo, List<State> states) {

        WayOut with(List<State> now) {
            return new WayOut(turnedTo, now);
        }

        /** The packets at POSTROUTING. */
        List<State> atPostrouting() {
            return turnedTo.isEmpty()
                    ? states
                    : states.stream().map(this::turned).toList();
        }

        private State turned(State state) {
            return state.with(Forwarding.keepingOut(state.packet()).withOut(turnedTo.orElseThrow()));
        }
    }

    /** After mangle OUTPUT, which may have changed the mark that routing rules ask for. */
    List<WayOut> afterMangle(MarkBits before, List<State> states) {
        Map<Optional<InterfaceSet>, List<State>> ways = new LinkedHashMap<>();
        for (State state : states) {
            if (state.packet().mark().equals(before)
                    && !state.packet().connection().destinationRewritten()) {
                add(ways, Optional.empty(), state);
            } else if (node.routing().known()) {
                turn(state, ways);
            } else {
                localnet(state).forEach(allowed -> add(ways, Optional.empty(), allowed));
            }
        }
        return ways(ways);
    }

    /** After nat OUTPUT, which may have rewritten destinations; marks that it sets come too late for routing. */
    List<WayOut> afterNat(WayOut before) {
        Map<Optional<InterfaceSet>, List<State>> ways = new LinkedHashMap<>();
        for (State state : before.states()) {
            Split same = sameDestination(state.packet());
            Forwarding.parts(state, same.yes()).forEach(kept -> add(ways, before.turnedTo(), kept));
            Forwarding.parts(state, same.no()).forEach(translated -> turn(translated, ways));
        }
        return ways(ways);
    }

    /** A new port alone is no reason to route again, nor is an address that turns out to be the old one (nf_nat_ipv4_local_fn). */
    private static Split sameDestination(Packet packet) {
        return packet.connection().destinationTranslated()
                ? Split.destination(packet, packet.original().destination())
                : Split.yes(packet);
    }

    private void turn(State state, Map<Optional<InterfaceSet>, List<State>> ways) {
        for (State routed : routed(state, again)) {
            for (State allowed : localnet(routed)) {
                InterfaceSet turnedTo = allowed.packet().out();
                add(
                        ways,
                        Optional.of(turnedTo),
                        allowed.with(allowed.packet().withOut(state.packet().out())));
            }
        }
    }

    private static void add(
            Map<Optional<InterfaceSet>, List<State>> ways, Optional<InterfaceSet> turnedTo, State state) {
        ways.computeIfAbsent(turnedTo, any -> new ArrayList<>()).add(state);
    }

    private static List<WayOut> ways(Map<Optional<InterfaceSet>, List<State>> ways) {
        return ways.entrySet().stream()
                .map(way -> new WayOut(way.getKey(), way.getValue()))
                .toList();
    }

    /** A 127.0.0.0/8 source leaves by another interface than lo only with route_localnet (Linux 6.18: EINVAL without). */
    private List<State> localnet(State state) {
        Packet packet = state.packet();
        boolean home = packet.out().equals(InterfaceSet.named("lo"));
        if (home
                || packet.family() != Family.IPV4
                || !Martians.LOOPBACK.containsAll(packet.header().source())) {
            return List.of(state);
        }
        Split split = Localnet.split(packet, packet.out(), node);
        Forwarding.parts(state, split.no())
                .forEach(other -> lose(other, "a loopback source does not leave the node without route_localnet"));
        return Forwarding.parts(state, split.yes()).toList();
    }

    private void lose(State state, String why) {
        loss.accept(new Loss(state, Verdict.DROPPED, why));
    }
}
