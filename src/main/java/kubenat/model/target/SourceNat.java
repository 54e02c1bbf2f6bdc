package kubenat.model.target;

import java.util.List;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** {@code -j SNAT}: rewrites the source and ends nat for this hook; without ports given the kernel keeps the port if it is free. */
public record SourceNat(NatRange to, String options) implements Target {
    static final Syntax<Target> SYNTAX = new Syntax<>(
            "SNAT",
            List.of(
                    Option.value("--to-source").neverNegated(),
                    Option.flag("--random"),
                    Option.flag("--random-fully"),
                    Option.flag("--persistent")),
            SourceNat::read);

    private static Target read(Arguments arguments) {
        NatRange to = arguments
                .read("--to-source", "an address such as 10.0.0.1", NatRange::read)
                .orElseThrow(() -> new BadArgument("SNAT", "--to-source"));
        return new SourceNat(to, NatOptions.text(arguments));
    }

    @Override
    public Effect apply(Packet packet, Site site) {
        NumberSet port = NatRange.sourcePort(to.ports(), packet, options.contains("--random"));
        return new Effect.End(
                Ending.ACCEPT,
                packet.translateSource(to.addresses().orElse(packet.header().source()), port));
    }

    @Override
    public boolean tracksConnections() {
        return true;
    }

    @Override
    public String words() {
        return "SNAT to " + to + options;
    }

    @Override
    public String name() {
        return "SNAT";
    }
}
