package kubenat.model.target;

import java.util.List;
import java.util.Optional;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -j SNPT} and {@code -j DNPT}: swaps the prefix of the source or destination, and goes on; a word of the rest is adjusted
 * so that checksums stay right (RFC 6296; kernel: ip6t_NPT). Conntrack does not know of it.
 *
 * @param to the network that the new address is in
 */
public record PrefixTranslation(boolean source, Cidr from, Cidr to) implements Target {
    static final Syntax<Target> SNPT = syntax("SNPT", true);
    static final Syntax<Target> DNPT = syntax("DNPT", false);

    private static Syntax<Target> syntax(String name, boolean source) {
        return new Syntax<>(
                name,
                List.of(
                        Option.value("--src-pfx").neverNegated(),
                        Option.value("--dst-pfx").neverNegated()),
                arguments ->
                        new PrefixTranslation(source, prefix(arguments, "--src-pfx"), prefix(arguments, "--dst-pfx")));
    }

    private static Cidr prefix(Arguments arguments, String option) {
        return arguments
                .read(option, "a network such as fd00:1::/48", Cidr::read)
                .orElseThrow(() -> new BadArgument(arguments.module(), option + " is missing"));
    }

    @Override
    public Effect apply(Packet packet, Site site) {
        AddressSet before = source ? packet.header().source() : packet.header().destination();
        AddressSet now = before.single()
                .map(address -> PrefixArithmetic.translate(address, from, to).map(AddressSet::of))
                .orElseGet(() -> Optional.of(AddressSet.of(to)))
                .orElseGet(() -> AddressSet.none(packet.family()));
        if (now.isEmpty()) {
            return new Effect.End(new Ending(Ending.Kind.REJECT, "icmp6-parameter-problem"), packet);
        }
        return new Effect.GoOn(source ? packet.swapSource(now) : packet.swapDestination(now));
    }

    @Override
    public String words() {
        return name() + " from " + from + " to " + to + ", go on";
    }

    @Override
    public String name() {
        return source ? "SNPT" : "DNPT";
    }
}
