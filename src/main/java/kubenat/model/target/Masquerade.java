package kubenat.model.target;

import java.util.List;
import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Numbers;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** {@code -j MASQUERADE}: the source becomes an address of the out-interface; ends nat for this hook. */
public record Masquerade(Optional<NumberSet> ports, String options) implements Target {
    static final Syntax<Target> SYNTAX = new Syntax<>(
            "MASQUERADE",
            List.of(Option.value("--to-ports").neverNegated(), Option.flag("--random"), Option.flag("--random-fully")),
            Masquerade::read);

    private static Target read(Arguments arguments) {
        Optional<NumberSet> ports = arguments
                .find("--to-ports")
                .map(a -> Numbers.range(a.word().replace('-', ':'), 65535)
                        .orElseThrow(() -> new BadArgument("--to-ports", "ports such as 1024-65535")));
        return new Masquerade(ports, NatOptions.text(arguments));
    }

    @Override
    public Effect apply(Packet packet, Site site) {
        Optional<Address> address = MasqueradeAddress.of(packet, site.node());
        AddressSet source = address.map(AddressSet::of).orElseGet(() -> AddressSet.all(packet.family()));
        NumberSet port = NatRange.sourcePort(ports, packet, options.contains("--random"));
        return new Effect.End(Ending.ACCEPT, packet.translateSource(source, port));
    }

    @Override
    public boolean tracksConnections() {
        return true;
    }

    @Override
    public String words() {
        return "MASQUERADE" + options;
    }

    @Override
    public String name() {
        return "MASQUERADE";
    }
}
