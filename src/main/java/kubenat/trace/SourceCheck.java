package kubenat.trace;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Family;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Part;
import kubenat.model.packet.Split;
import kubenat.model.packet.Truth;

/**
 * What the node asks of the source of a packet that it has a route for: it is not the node's own and, where rp_filter is
 * strict, it came in where an answer would go out (kernel: fib_validate_source; IPv6 asks nothing).
 */
final class SourceCheck {
    private final Node node;
    private final Consumer<Loss> loss;
    private final RouteLookup routes;

    SourceCheck(Node node, Consumer<Loss> loss) {
        this.node = node;
        this.loss = loss;
        this.routes = new RouteLookup(node);
    }

    /** Those that pass. A source that is not known is taken to be a possible one. */
    List<State> passing(State state) {
        Packet packet = state.packet();
        if (packet.family() == Family.IPV6
                || Martians.NOBODY.containsAll(packet.header().source())) {
            return List.of(state);
        }
        if (own(packet).containsAll(packet.header().source())) {
            lose(state, "nothing arrives from an address of this node (martian)");
            return List.of();
        }
        Split turned = turned(packet);
        for (Part part : turned.yes()) {
            lose(state.with(part.packet()), "an answer would go out elsewhere (rp_filter)");
        }
        return turned.no().stream().map(part -> state.with(part.packet())).toList();
    }

    /**
     * The kernel asks for the addresses of interfaces alone, but for all that its table local holds where there are routing rules
     * or local routes, and for what goes out where it came in (by experiment: 30.0.1.255 passes as a source, or is dropped).
     */
    private AddressSet own(Packet packet) {
        AddressSet loopback = AddressSet.of(Address.parse("127.0.0.1"));
        if (!node.routing().known()) {
            return node.local(Family.IPV4).minus(Martians.LOOPBACK).union(loopback);
        }
        AddressSet interfaces = AddressSet.of(
                        Family.IPV4,
                        node.routing().addresses().stream()
                                .map(address -> Cidr.of(address.address()))
                                .toList())
                .union(loopback);
        AddressSet all = node.local(Family.IPV4).union(node.routing().local(Family.IPV4, device -> true));
        boolean thorough = packet.in().equals(packet.out())
                || node.routing().hasPolicy(Family.IPV4)
                || node.settings().strictSource().on(packet.in()) == Truth.YES
                || !interfaces.union(Martians.LOOPBACK).containsAll(all);
        return thorough ? all.union(node.routing().broadcast(Family.IPV4, device -> true)) : interfaces;
    }

    /** Whether a reverse path filter drops them; asked only where source and interface are known. */
    private Split turned(Packet packet) {
        Optional<Address> source = packet.header().source().single();
        Optional<String> in = packet.in().name();
        if (!node.routing().known() || source.isEmpty() || in.isEmpty()) {
            return Split.no(packet);
        }
        Truth strict = node.settings().strictSource().on(packet.in());
        Truth filtered = node.settings().routedSource().on(packet.in());
        WayBack back = WayBack.of(packet, routes);
        Truth lost = strict == Truth.NO ? back.isMissing() : back.isElsewhere(in.get());
        if (filtered == Truth.NO || lost == Truth.NO) {
            return Split.no(packet);
        }
        if (strict == Truth.MAYBE || filtered == Truth.MAYBE) {
            return Split.opaque(
                    packet,
                    Condition.opaque("sysctl", "rp_filter", "net.ipv4.conf.%s.rp_filter is 1".formatted(in.get())));
        }
        String words = "an answer to %s is sent by %s".formatted(source.get(), in.get());
        return lost == Truth.YES
                ? Split.yes(packet)
                : Split.opaque(packet, Condition.opaque("rp_filter", source.get() + " " + in.get(), words))
                        .negatedIf(true);
    }

    private void lose(State state, String why) {
        loss.accept(new Loss(state, Verdict.DROPPED, why));
    }
}
