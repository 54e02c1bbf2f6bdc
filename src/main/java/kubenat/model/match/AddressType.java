package kubenat.model.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kubenat.model.packet.Family;
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
 * @param limit whether only addresses of the interface that the packet came in or goes out by count
 */
public record AddressType(boolean negated, boolean source, Set<String> types, Limit limit) implements Match {
    /** {@code --limit-iface-in}, {@code --limit-iface-out} or neither. */
    public enum Limit {
        NONE(""),
        IN(" on the interface it came in by"),
        OUT(" on the interface it goes out by");

        private final String words;

        Limit(String words) {
            this.words = words;
        }

        /** The interface that counts; empty text for any, absent when it is not known which. */
        Optional<String> device(Packet packet) {
            return switch (this) {
                case NONE -> Optional.of("");
                case IN -> packet.in().name();
                case OUT -> packet.out().name();
            };
        }

        @Override
        public String toString() {
            return words;
        }
    }

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
        Limit limit = arguments.has("--limit-iface-in")
                ? Limit.IN
                : arguments.has("--limit-iface-out") ? Limit.OUT : Limit.NONE;
        List<Match> matches = new ArrayList<>();
        for (Argument argument : arguments.all()) {
            if (argument.option().endsWith("-type")) {
                boolean source = argument.option().equals("--src-type");
                matches.add(new AddressType(argument.negated(), source, types(argument), limit));
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
        Split split = packet.family() == Family.IPV4
                ? new Ipv4AddressTypes(this, site.node()).split(packet)
                : new Ipv6AddressTypes(this, site.node()).split(packet);
        return split.negatedIf(negated);
    }

    @Override
    public String words() {
        return (source ? "from " : "to ") + (negated ? "anything but " : "") + which() + limit;
    }

    private String which() {
        return types.equals(Set.of("LOCAL"))
                ? "an address of this node"
                : String.join(" or ", types).toLowerCase(Locale.ROOT) + " address";
    }

    @Override
    public String wanted() {
        return Wanted.is(source ? "the source" : "the destination", negated, which() + limit);
    }
}
