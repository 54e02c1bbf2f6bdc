package kubenat.model.target;

import java.util.List;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -j DNAT}: rewrites the destination and ends nat for this hook. An address range gives one source one constant choice.
 *
 * @param options such as {@code --random --persistent}
 */
public record DestinationNat(NatRange to, String options) implements Target {
    static final Syntax<Target> SYNTAX = new Syntax<>(
            "DNAT",
            List.of(
                    Option.value("--to-destination").neverNegated(),
                    Option.flag("--random"),
                    Option.flag("--persistent")),
            DestinationNat::read);

    private static Target read(Arguments arguments) {
        int targets = 0;
        for (Argument argument : arguments.all()) {
            targets += argument.option().equals("--to-destination") ? 1 : 0;
        }
        if (targets > 1) {
            throw new BadArgument(
                    "--to-destination", "one destination; several are what an older iptables prints of a newer rule");
        }
        NatRange to = arguments
                .read("--to-destination", "an address and port such as 10.0.0.1:80", NatRange::read)
                .orElseThrow(() -> new BadArgument("DNAT", "--to-destination"));
        return new DestinationNat(to, NatOptions.text(arguments));
    }

    @Override
    public Effect apply(Packet packet, Site site) {
        Packet translated = packet.translateDestination(
                to.addresses().orElse(packet.header().destination()),
                to.destinationPort(packet, options.contains("--random")));
        return new Effect.End(Ending.ACCEPT, translated);
    }

    @Override
    public boolean tracksConnections() {
        return true;
    }

    @Override
    public String words() {
        return "DNAT to " + to + options;
    }

    @Override
    public String name() {
        return "DNAT";
    }
}
