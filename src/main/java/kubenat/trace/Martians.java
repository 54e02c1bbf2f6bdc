package kubenat.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Part;
import kubenat.model.packet.Split;

/**
 * Packets that cannot be what they say they are: the node drops them where it routes what arrives, after PREROUTING
 * (kernel: ip_route_input_slow; by experiment on Linux 6.18). A source that is not known is taken to be
 * one that can be.
 */
final class Martians {
    static final AddressSet LOOPBACK = set("127.0.0.0/8");
    static final AddressSet EVERYBODY = set("255.255.255.255");
    static final AddressSet NOBODY = set("0.0.0.0/8");
    private static final AddressSet GROUPS = set("224.0.0.0/4");
    private static final AddressSet ON_LINK = EVERYBODY.union(set("224.0.0.0/24"));
    private static final AddressSet NEVER_FROM = GROUPS.union(EVERYBODY);
    private static final AddressSet NEVER_ON_A_WIRE_V6 = set("::1");
    private static final AddressSet GROUPS_V6 = set("ff00::/8");

    private final Node node;

    Martians(Node node) {
        this.node = node;
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
        AddressSet never = mayBeNobody(state.packet()) ? NEVER_FROM : NEVER_FROM.union(NOBODY);
        for (State source : without(from(state.packet(), never), state, "from there", loss)) {
            Split nobody = Destinations.isFromNobodyToNobody(source.packet())
                    ? Split.no(source.packet())
                    : Split.destination(source.packet(), NOBODY);
            for (State to : without(nobody, source, "to 0.0.0.0/8", loss)) {
                passing.addAll(loopback(to, loss));
            }
        }
        return passing;
    }

    /** Who asks for an address has none yet. */
    private static boolean mayBeNobody(Packet packet) {
        return Destinations.isFromNobodyToNobody(packet)
                || ON_LINK.containsAll(packet.header().destination());
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
        Split split = Localnet.split(state.packet(), state.packet().in(), node);
        split.no().forEach(part -> lose(state.with(part.packet()), what + " (martian) without route_localnet", loss));
        return split.yes().stream().map(part -> state.with(part.packet())).toList();
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
