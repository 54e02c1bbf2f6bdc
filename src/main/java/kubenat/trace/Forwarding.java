package kubenat.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kubenat.model.match.AddressTypes;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Family;
import kubenat.model.packet.InterfacePattern;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Part;
import kubenat.model.packet.Route;
import kubenat.model.packet.Split;

/** The node's routing decisions: here or onward, and by which interface; as far as addresses and routes are known. */
final class Forwarding {
    /** Packets that routing loses, not a rule. */
    record Loss(State state, Verdict verdict, String why) {}

    /** The way out of the node while routes are not known: any interface but lo. */
    static final InterfaceSet OPEN = new InterfaceSet(List.of(), List.of(new InterfacePattern("lo")));

    private static final AddressSet LOOPBACK = AddressSet.of(Cidr.parse("127.0.0.0/8"));

    private final Node node;

    Forwarding(Node node) {
        this.node = node;
    }

    /** Those whose destination is this node. */
    List<State> local(List<State> states) {
        return split(states).flatMap(s -> parts(s.state(), s.split().yes())).toList();
    }

    /** Those whose destination is not this node. */
    List<State> foreign(List<State> states) {
        return split(states).flatMap(s -> parts(s.state(), s.split().no())).toList();
    }

    private record Routed(State state, Split split) {}

    private Stream<Routed> split(List<State> states) {
        return states.stream().map(state -> new Routed(state, AddressTypes.localDestination(state.packet(), node)));
    }

    private static Stream<State> parts(State state, List<Part> parts) {
        return parts.stream().map(part -> new State(part.packet(), state.share().times(part.share()), state.trail()));
    }

    /** Those that are passed on, with the interface they leave by. */
    List<State> onward(List<State> states, Consumer<Loss> loss) {
        List<State> onward = new ArrayList<>();
        for (State state : foreign(states)) {
            if (toLoopback(state.packet())) {
                loss.accept(new Loss(state, Verdict.DROPPED, "127.0.0.0/8 does not arrive from outside (martian)"));
            } else {
                route(state, loss).ifPresent(onward::add);
            }
        }
        return onward;
    }

    private static boolean toLoopback(Packet packet) {
        return packet.family() == Family.IPV4
                && LOOPBACK.containsAll(packet.header().destination());
    }

    /** What a process sends, with the interface that its first destination asks for. */
    List<State> leaving(List<State> states, Consumer<Loss> loss) {
        List<State> leaving = new ArrayList<>();
        for (State state : local(states)) {
            leaving.add(state.with(state.packet().withOut(InterfaceSet.named("lo"))));
        }
        for (State state : foreign(states)) {
            route(state, loss).ifPresent(leaving::add);
        }
        return leaving;
    }

    /** What a process sent, with the interface that the translated destination asks for. */
    List<State> rerouted(List<State> states, Consumer<Loss> loss) {
        List<State> rerouted = new ArrayList<>();
        for (State state : states) {
            if (!state.packet().connection().destinationTranslated()) {
                rerouted.add(state);
            } else if (isLocal(state.packet())) {
                rerouted.add(state.with(keepingOut(state.packet()).withOut(InterfaceSet.named("lo"))));
            } else {
                rerouteAway(state, loss).flatMap(s -> route(s, loss)).ifPresent(rerouted::add);
            }
        }
        return rerouted;
    }

    private boolean isLocal(Packet packet) {
        return AddressTypes.localDestination(packet, node).no().isEmpty();
    }

    /** A 127.0.0.0/8 source leaves by another interface than lo only with route_localnet (Linux 6.18: EINVAL without). */
    private static Optional<State> rerouteAway(State state, Consumer<Loss> loss) {
        Packet packet = keepingOut(state.packet());
        if (packet.family() != Family.IPV4
                || !LOOPBACK.containsAll(packet.header().source())) {
            return Optional.of(state.with(packet));
        }
        Condition allowed = Condition.opaque(
                "sysctl", "route_localnet", "net.ipv4.conf.all.route_localnet is 1, as kube-proxy sets it by default");
        Split split = Split.opaque(packet, allowed);
        split.no()
                .forEach(part -> loss.accept(new Loss(
                        state.with(part.packet()),
                        Verdict.DROPPED,
                        "a loopback source does not leave the node without route_localnet")));
        return split.yes().stream().findFirst().map(part -> state.with(part.packet()));
    }

    /** Whether routes did not say which interface it is, so that what rules asked of it are conditions. */
    static boolean isOpen(InterfaceSet out) {
        return out.isNot().containsAll(OPEN.isNot());
    }

    /** What rules have asked of the interface before routing chose anew stays a condition. */
    private static Packet keepingOut(Packet packet) {
        Packet kept = packet;
        if (isOpen(packet.out())) {
            for (InterfacePattern pattern : packet.out().narrowest()) {
                kept = kept.with(first(pattern), true);
            }
            for (InterfacePattern pattern : packet.out().exclusions()) {
                kept = OPEN.isNot().contains(pattern) ? kept : kept.with(first(pattern), false);
            }
        }
        return kept;
    }

    private static Condition first(InterfacePattern pattern) {
        return new Condition("outInterface", "is", pattern.text(), "out-interface before translation is " + pattern);
    }

    /** The way out to a destination that is not this node; a loss where the routes have none. */
    private Optional<State> route(State state, Consumer<Loss> loss) {
        Optional<Address> destination = state.packet().header().destination().single();
        if (!node.routing().known() || destination.isEmpty()) {
            return Optional.of(state.with(state.packet().withOut(OPEN)));
        }
        Optional<Route> route = node.routing().to(destination.get());
        if (route.isPresent() && !route.get().device().isEmpty()) {
            InterfaceSet out = InterfaceSet.named(route.get().device());
            return Optional.of(state.with(state.packet().withOut(out)));
        }
        String why =
                route.map(r -> "the route to " + r.to() + " is " + r.kind()).orElse("no route to " + destination.get());
        loss.accept(new Loss(state, Verdict.DROPPED, why));
        return Optional.empty();
    }
}
