package kubenat.model.target;

import java.util.List;
import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.packet.Node;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Numbers;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** {@code -j REDIRECT}: to this node itself: the in-interface's primary address, or 127.0.0.1 for what this node sends. */
public record Redirect(Optional<NumberSet> ports, boolean isRandom, String text) implements Target {
    private static final AddressSet LOOPBACK_V4 = AddressSet.of(Address.parse("127.0.0.1"));
    private static final AddressSet LINK_LOCAL = AddressSet.of(Cidr.parse("fe80::/10"));
    private static final AddressSet LINK_GROUPS = AddressSet.of(Cidr.parse("ff02::/16"));
    private static final AddressSet LOOPBACK_V6 = AddressSet.of(Address.parse("::1"));

    static final Syntax<Target> SYNTAX = new Syntax<>(
            "REDIRECT", List.of(Option.value("--to-ports").neverNegated(), Option.flag("--random")), Redirect::read);

    private static Target read(Arguments arguments) {
        Optional<NumberSet> ports = arguments
                .find("--to-ports")
                .map(a -> Numbers.range(a.word().replace('-', ':'), 65535)
                        .orElseThrow(() -> new BadArgument("--to-ports", "a port or a range such as 8000-8080")));
        return new Redirect(
                ports, arguments.has("--random"), arguments.has("--to-ports") ? arguments.word("--to-ports") : "");
    }

    @Override
    public Effect apply(Packet packet, Site site) {
        NatRange range = new NatRange(Optional.empty(), ports, Optional.empty(), text);
        Optional<AddressSet> to = address(packet, site.node());
        return to.isEmpty()
                ? new Effect.End(Ending.DROP, packet)
                : new Effect.End(
                        Ending.ACCEPT, packet.translateDestination(to.get(), range.destinationPort(packet, isRandom)));
    }

    /** Absent where the in-interface surely has none: the kernel drops the packet then (nf_nat_redirect). */
    private static Optional<AddressSet> address(Packet packet, Node node) {
        Optional<String> in = packet.in().name();
        if (in.isPresent() && in.get().isEmpty()) {
            return Optional.of(packet.family() == Family.IPV4 ? LOOPBACK_V4 : LOOPBACK_V6);
        }
        if (in.isEmpty() || node.routing().addresses().isEmpty()) {
            return Optional.of(node.local(packet.family()));
        }
        return node.routing().addresses().stream()
                .filter(a -> a.device().equals(in.get()) && a.address().family() == packet.family())
                .filter(a ->
                        isLinkLocal(a.address()) || !isOnLink(packet.header().destination()))
                .map(a -> AddressSet.of(a.address()))
                .findFirst();
    }

    /** What was sent to the link alone is not redirected to an address of a wider scope (nf_nat_redirect_ipv6_usable). */
    private static boolean isOnLink(AddressSet destination) {
        return LINK_LOCAL.containsAll(destination) || LINK_GROUPS.containsAll(destination);
    }

    private static boolean isLinkLocal(Address address) {
        return LINK_LOCAL.contains(address);
    }

    @Override
    public boolean tracksConnections() {
        return true;
    }

    @Override
    public String words() {
        return "REDIRECT to this node" + (text.isEmpty() ? "" : ", port " + text);
    }

    @Override
    public String name() {
        return "REDIRECT";
    }
}
