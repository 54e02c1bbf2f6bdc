package kubenat.model.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -m addrtype}: what the node's routes make of an address (kernel: xt_addrtype, inet_addr_type).
 *
 * @param source whether the source is asked, rather than the destination
 * @param types such as LOCAL; upper case
 * @param limited whether only addresses of the packet's own interface count ({@code --limit-iface-in/out})
 */
public record AddressType(boolean negated, boolean source, Set<String> types, boolean limited) implements Match {
    private static final Set<String> KNOWN = Set.of(
            "UNSPEC",
            "UNICAST",
            "LOCAL",
            "BROADCAST",
            "ANYCAST",
            "MULTICAST",
            "BLACKHOLE",
            "UNREACHABLE",
            "PROHIBIT",
            "THROW",
            "NAT",
            "XRESOLVE");

    static final Syntax<List<Match>> SYNTAX = new Syntax<>(
            "addrtype",
            List.of(
                    Option.value("--src-type"),
                    Option.value("--dst-type"),
                    Option.flag("--limit-iface-in"),
                    Option.flag("--limit-iface-out")),
            AddressType::read);

    public AddressType {
        types = java.util.Collections.unmodifiableSet(new TreeSet<>(types));
    }

    private static List<Match> read(Arguments arguments) {
        boolean limited = arguments.has("--limit-iface-in") || arguments.has("--limit-iface-out");
        List<Match> matches = new ArrayList<>();
        for (Argument argument : arguments.all()) {
            if (argument.option().endsWith("-type")) {
                boolean source = argument.option().equals("--src-type");
                matches.add(new AddressType(argument.negated(), source, types(argument), limited));
            }
        }
        return matches;
    }

    private static Set<String> types(Argument argument) {
        Set<String> types =
                new TreeSet<>(List.of(argument.word().toUpperCase(Locale.ROOT).split(",")));
        if (!KNOWN.containsAll(types)) {
            throw new BadArgument(argument.option(), "address types such as LOCAL");
        }
        return types;
    }

    @Override
    public Split split(Packet packet, Site site) {
        return AddressTypes.split(packet, site, this).negatedIf(negated);
    }

    @Override
    public String words() {
        String which = types.equals(Set.of("LOCAL"))
                ? "an address of this node"
                : String.join(" or ", types).toLowerCase(Locale.ROOT) + " address";
        return (source ? "from " : "to ")
                + (negated ? "anything but " : "")
                + which
                + (limited ? " on the packet's interface" : "");
    }
}
