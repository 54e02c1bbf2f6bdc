package kubenat.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kubenat.model.match.AddressTypes;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Fact;
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
            Split local = Destinations.onLink(other.packet())
                    ? Split.no(other.packet())
                    : AddressTypes.localDestination(other.packet(), node);
            parts(other, local.yes()).forEach(home -> here.addAll(sources.passing(home)));
            parts(other, local.no()).forEach(away -> onward.addAll(onward(away)));
        }
    }

    private List<State> onward(State state) {
        if (node.settings().forwarding() == Truth.NO) {
            lose(state, Verdict.DROPPED, "this node passes nothing on (net.ipv4.ip_forward is 0)");
            return List.of();
        }
        if (!node.routing().known()) {
            return sources.passing(state.with(state.packet().withOut(OPEN))).stream()
                    .flatMap(passing -> onNextHop(passing).stream())
                    .toList();
        }
        List<State> onward = new ArrayList<>();
        for (RouteLookup.Found found : routes.of(state)) {
            NextHop hop = Destinations.onLink(state.packet())
                    ? NextHop.onLink(found, state.packet())
                    : NextHop.of(found, state.packet().family());
            if (hop.device().isEmpty()) {
                lose(found.state(), hop.isSilent() ? Verdict.DROPPED : Verdict.REJECTED, hop.why());
            } else {
                Packet leaving = found.state().packet().withOut(InterfaceSet.named(hop.device()));
                sources.passing(found.state().with(leaving)).forEach(passing -> onward.addAll(onNextHop(passing)));
            }
        }
        return onward;
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
