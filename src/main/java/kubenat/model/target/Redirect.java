package kubenat.model.target;

import java.util.List;
import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Family;
import kubenat.model.packet.InterfaceAddress;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Numbers;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** {@code -j REDIRECT}: to this node itself: the in-interface's primary address, or 127.0.0.1 for what this node sends. */
public record Redirect(Optional<NumberSet> ports, String text) implements Target {
    static final Syntax<Target> SYNTAX = new Syntax<>(
            "REDIRECT", List.of(Option.value("--to-ports").neverNegated(), Option.flag("--random")), Redirect::read);

    private static Target read(Arguments arguments) {
        Optional<NumberSet> ports = arguments
                .find("--to-ports")
                .map(a -> Numbers.range(a.word().replace('-', ':'), 65535)
                        .orElseThrow(() -> new BadArgument("--to-ports", "a port or a range such as 8000-8080")));
        return new Redirect(ports, arguments.has("--to-ports") ? arguments.word("--to-ports") : "");
    }

    @Override
    public Effect apply(Packet packet, Site site) {
        NatRange range = new NatRange(Optional.empty(), ports, text);
        AddressSet to = address(packet, site)
                .map(AddressSet::of)
                .orElseGet(() -> site.node().local(packet.family()));
        return new Effect.End(
                Ending.ACCEPT,
                packet.translateDestination(to, range.portFrom(packet.header().destinationPort())));
    }

    private static Optional<Address> address(Packet packet, Site site) {
        Optional<String> in = packet.in().name();
        if (in.isPresent() && in.get().isEmpty()) {
            return Optional.of(Address.parse(packet.family() == Family.IPV4 ? "127.0.0.1" : "::1"));
        }
        return in.flatMap(device -> site.node().routing().addresses().stream()
                .filter(a -> a.device().equals(device) && a.address().family() == packet.family())
                .map(InterfaceAddress::address)
                .findFirst());
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
