package kubenat.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kubenat.model.match.AddressTypes;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Fact;
import kubenat.model.packet.Family;
import kubenat.model.packet.InterfacePattern;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.Node;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Part;
import kubenat.model.packet.Split;
import kubenat.model.packet.Truth;

/** The node's routing decisions for what arrives: here or onward, and by which interface; as far as it is known. */
final class Forwarding {
    /** The way out of the node while routes are not known: any interface but lo. */
    static final InterfaceSet OPEN = new InterfaceSet(List.of(), List.of(new InterfacePattern("lo")));

    private static final NumberSet LAST_HOP = NumberSet.range(0, 1);

    private final Node node;
    private final Consumer<Loss> loss;
    private final RouteLookup routes;
    private final SourceCheck sources;

    Forwarding(Node node, Consumer<Loss> loss) {
        this.node = node;
        this.loss = loss;
        this.routes = new RouteLookup(node);
        this.sources = new SourceCheck(node, loss);
    }

    /** What arrived: those that are delivered here, and those that are passed on, with the interface they leave by. */
    record Arrived(List<State> here, List<State> onward) {}

    Arrived decide(List<State> states) {
        List<State> here = new ArrayList<>();
        List<State> onward = new ArrayList<>();
        for (State state : states) {
            Split everybody = Destinations.broadcast(state.packet(), node);
            parts(state, everybody.yes()).forEach(all -> here.addAll(sources.passing(all)));
            parts(state, everybody.no()).forEach(other -> group(other, here, onward));
        }
        return new Arrived(here, onward);
    }

    /** A packet to a group is delivered to those who have joined it, and never passed on without a multicast router. */
    private void group(State state, List<State> here, List<State> onward) {
        Split group = Destinations.group(state.packet());
        for (State member : parts(state, group.yes()).toList()) {
            Split joined = Split.opaque(member.packet(), Destinations.joined(member.packet()));
            parts(member, joined.yes()).forEach(joining -> here.addAll(sources.passing(joining)));
            parts(member, joined.no())
                    .forEach(other -> lose(other, Verdict.DROPPED, "nothing here has joined the multicast group"));
        }
        for (State other : parts(state, group.no()).toList()) {
            List<State> rest = new ArrayList<>();
            routes.beforeLocal(other, rest).forEach(found -> route(found, here, onward));
            rest.forEach(unrouted -> homeOrAway(unrouted, here, onward));
        }
    }

    private void homeOrAway(State state, List<State> here, List<State> onward) {
        Split local = Destinations.onLink(state.packet())
                ? Split.no(state.packet())
                : AddressTypes.localDestination(state.packet(), node);
        parts(state, local.yes()).forEach(home -> here.addAll(sources.passing(home)));
        for (State away : parts(state, local.no()).toList()) {
            if (node.routing().known()) {
                routes.of(away).forEach(found -> route(found, here, onward));
            } else if (passesOn(away)) {
                onward.addAll(leaving(away, OPEN));
            }
        }
    }

    /** A route to the node itself in a table that rules choose delivers what it is asked for, whatever the address. */
    private void route(RouteLookup.Found found, List<State> here, List<State> onward) {
        State state = found.state();
        if (found.route().filter(NextHop::isDelivery).isPresent()) {
            here.addAll(sources.passing(state));
        } else if (passesOn(state)) {
            NextHop hop = Destinations.onLink(state.packet())
                    ? NextHop.onLink(found, state.packet())
                    : NextHop.of(found, state.packet().family());
            hop.out()
                    .ifPresentOrElse(
                            out -> onward.addAll(leaving(state, out)),
                            () -> lose(state, hop.isSilent() ? Verdict.DROPPED : Verdict.REJECTED, hop.why()));
        }
    }

    /** A node that passes nothing on tells nobody so, whatever the route. */
    private boolean passesOn(State state) {
        if (node.settings().forwarding().on(state.packet().in()) == Truth.NO) {
            String name =
                    state.packet().family() == Family.IPV4 ? "net.ipv4.ip_forward" : "net.ipv6.conf.all.forwarding";
            lose(state, Verdict.DROPPED, "this node passes nothing on (%s is 0)".formatted(name));
            return false;
        }
        return true;
    }

    private List<State> leaving(State state, InterfaceSet out) {
        return sources.passing(state.with(state.packet().withOut(out))).stream()
                .flatMap(passing -> onNextHop(passing).stream())
                .toList();
    }

    /** A packet on its last hop is not passed on; others have one hop less before FORWARD already (kernel: ip_forward). */
    private List<State> onNextHop(State state) {
        NumberSet left = state.packet().facts().of(Fact.TTL);
        if (left.minus(LAST_HOP).isEmpty()) {
            lose(state, Verdict.REJECTED, "its time to live has come to an end (time-exceeded)");
            return List.of();
        }
        return List.of(state.with(state.packet().change(Fact.TTL, ttl -> Math.max(1, ttl - 1))));
    }

    private void lose(State state, Verdict verdict, String why) {
        loss.accept(new Loss(state, verdict, why));
    }

    /** The parts of packets, each with its share of all. */
    static Stream<State> parts(State state, List<Part> parts) {
        return parts.stream().map(part -> new State(part.packet(), state.share().times(part.share()), state.trail()));
    }

    /** Whether routes did not say which interface it is, so that what rules asked of it are conditions. */
    static boolean isOpen(InterfaceSet out) {
        return out.isNot().containsAll(OPEN.isNot());
    }

    /** What rules have asked of the interface before routing chose anew stays a condition. */
    static Packet keepingOut(Packet packet) {
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
}
