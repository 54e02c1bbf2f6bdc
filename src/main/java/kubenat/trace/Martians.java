package kubenat.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Family;
import kubenat.model.packet.InterfaceAddress;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Part;
import kubenat.model.packet.Route;
import kubenat.model.packet.Split;
import kubenat.model.packet.Truth;

/**
 * Packets that cannot be what they say they are: the node drops them where it routes what arrives, after PREROUTING
 * (kernel: ip_route_input_slow, fib_validate_source; by experiment on Linux 6.18). A source that is not known is taken to be
 * one that can be.
 */
final class Martians {
    static final AddressSet LOOPBACK = set("127.0.0.0/8");
    static final AddressSet EVERYBODY = set("255.255.255.255");
    private static final AddressSet NOBODY = set("0.0.0.0/8");
    private static final AddressSet GROUPS = set("224.0.0.0/4");
    private static final AddressSet NEVER_FROM = GROUPS.union(EVERYBODY);
    private static final AddressSet NEVER_ON_A_WIRE_V6 = set("::1");
    private static final AddressSet GROUPS_V6 = set("ff00::/8");

    private final Node node;
    private final RouteLookup routes;

    Martians(Node node) {
        this.node = node;
        this.routes = new RouteLookup(node);
    }

    private static AddressSet set(String network) {
        return AddressSet.of(Cidr.parse(network));
    }

    /** Those that come as far as PREROUTING: IPv6 drops its martians at once, IPv4 looks later. */
    List<State> beforeRules(List<State> states, Consumer<Loss> loss) {
        List<State> passing = new ArrayList<>();
        for (State state : states) {
            if (state.packet().family() == Family.IPV4) {
                passing.add(state);
            } else {
                passing.addAll(withoutLoopback(state, loss));
            }
        }
        return passing;
    }

    private static List<State> withoutLoopback(State state, Consumer<Loss> loss) {
        AddressSet never = NEVER_ON_A_WIRE_V6.union(GROUPS_V6);
        List<State> passing = new ArrayList<>();
        for (State source : without(from(state.packet(), never), state, "from there", loss)) {
            Split split = Split.destination(source.packet(), NEVER_ON_A_WIRE_V6);
            passing.addAll(without(split, source, "to ::1", loss));
        }
        return passing;
    }

    /** Those that the node routes. */
    List<State> afterPrerouting(List<State> states, Consumer<Loss> loss) {
        List<State> passing = new ArrayList<>();
        for (State state : states) {
            passing.addAll(state.packet().family() == Family.IPV4 ? sound(state, loss) : List.of(state));
        }
        return passing;
    }

    private List<State> sound(State state, Consumer<Loss> loss) {
        List<State> passing = new ArrayList<>();
        boolean toAll = EVERYBODY.containsAll(state.packet().header().destination());
        AddressSet never = toAll ? NEVER_FROM : NEVER_FROM.union(NOBODY);
        for (State source : without(from(state.packet(), never), state, "from there", loss)) {
            Split nobody = Split.destination(source.packet(), NOBODY);
            for (State to : without(nobody, source, "to 0.0.0.0/8", loss)) {
                for (State known : loopback(to, loss)) {
                    passing.addAll(fromOthers(known, loss));
                }
            }
        }
        return passing;
    }

    /** Neither to nor from 127.0.0.0/8, unless route_localnet allows it. */
    private List<State> loopback(State state, Consumer<Loss> loss) {
        List<State> passing = new ArrayList<>();
        Split to = Split.destination(state.packet(), LOOPBACK);
        to.yes().forEach(part -> passing.addAll(ifLocalnet(state.with(part.packet()), "to 127.0.0.0/8", loss)));
        for (Part other : to.no()) {
            Split from = from(other.packet(), LOOPBACK);
            from.yes().forEach(part -> passing.addAll(ifLocalnet(state.with(part.packet()), "from 127.0.0.0/8", loss)));
            from.no().forEach(part -> passing.add(state.with(part.packet())));
        }
        return passing;
    }

    private List<State> ifLocalnet(State state, String what, Consumer<Loss> loss) {
        Split split = Localnet.split(state.packet(), node);
        split.no().forEach(part -> lose(state.with(part.packet()), what + " (martian) without route_localnet", loss));
        return split.yes().stream().map(part -> state.with(part.packet())).toList();
    }

    /** Not from this node's own addresses, nor, where rp_filter is strict, by another interface than an answer would take. */
    private List<State> fromOthers(State state, Consumer<Loss> loss) {
        Split own = from(state.packet(), own());
        List<State> passing = new ArrayList<>();
        for (State other : without(own, state, "from an address of this node", loss)) {
            Split turned = turned(other.packet());
            turned.yes()
                    .forEach(part ->
                            lose(other.with(part.packet()), "an answer would go out elsewhere (rp_filter)", loss));
            turned.no().forEach(part -> passing.add(other.with(part.packet())));
        }
        return passing;
    }

    private AddressSet own() {
        AddressSet own = node.local(Family.IPV4).minus(LOOPBACK).union(set("127.0.0.1"));
        if (!node.routing().known()) {
            return own;
        }
        boolean thorough = !node.routing().rules().isEmpty()
                || node.settings().strictSource() == Truth.YES
                || node.routing().routes().stream().anyMatch(route -> route.kind() == Route.Kind.LOCAL);
        return thorough
                ? own
                : AddressSet.of(
                        Family.IPV4,
                        node.routing().addresses().stream()
                                .map(InterfaceAddress::address)
                                .map(Cidr::of)
                                .toList());
    }

    /** Whether a strict reverse path filter drops them; asked only where source and interface are known. */
    private Split turned(Packet packet) {
        Optional<Address> source = packet.header().source().single();
        Optional<String> in = packet.in().name();
        if (!node.routing().known()
                || source.isEmpty()
                || in.isEmpty()
                || node.settings().strictSource() == Truth.NO) {
            return Split.no(packet);
        }
        Packet back = packet.narrowDestination(packet.header().source());
        boolean same = routes.of(new State(back, kubenat.model.packet.Share.ALL, Trail.START)).stream()
                .allMatch(found -> found.route().map(Route::device).equals(in));
        Condition strict =
                Condition.opaque("sysctl", "rp_filter", "net.ipv4.conf.%s.rp_filter is 1".formatted(in.get()));
        return same || node.settings().strictSource() == Truth.YES
                ? Split.of(!same, packet)
                : Split.opaque(packet, strict);
    }

    private static Split from(Packet packet, AddressSet sources) {
        return Split.of(sources.containsAll(packet.header().source()), packet);
    }

    private static List<State> without(Split split, State state, String what, Consumer<Loss> loss) {
        split.yes().forEach(part -> lose(state.with(part.packet()), "nothing arrives " + what + " (martian)", loss));
        return split.no().stream().map(part -> state.with(part.packet())).toList();
    }

    private static void lose(State state, String why, Consumer<Loss> loss) {
        loss.accept(new Loss(state, Verdict.DROPPED, why));
    }
}
