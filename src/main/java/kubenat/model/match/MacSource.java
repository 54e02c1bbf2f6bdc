package kubenat.model.match;

import java.util.List;
import java.util.Locale;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -m mac}: the hardware address that the Ethernet frame came from. Without such a frame, as for what this node sends,
 * nothing meets it, negated or not (kernel: xt_mac; by experiment on Linux 6.18).
 */
public record MacSource(boolean negated, String address) implements Match {
    static final Syntax<List<Match>> SYNTAX =
            new Syntax<>("mac", List.of(Option.value("--mac-source")), MacSource::read);

    private static final Condition ETHERNET =
            Condition.opaque("link", "ethernet", "the in-interface is an Ethernet link");

    private static List<Match> read(Arguments arguments) {
        String address = arguments.word("--mac-source").toLowerCase(Locale.ROOT);
        if (!address.matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}")) {
            throw new BadArgument("--mac-source", "a hardware address such as 00:16:3e:01:02:03");
        }
        return List.of(new MacSource(arguments.negated("--mac-source"), address));
    }

    @Override
    public Split split(Packet packet, Site site) {
        if (Arrival.isWithoutLink(packet)) {
            return Split.no(packet);
        }
        return negated
                ? Split.opaque(packet, ETHERNET).and(p -> from(p, address).negatedIf(true))
                : from(packet, address);
    }

    /** Splits on the hardware address that a packet came from. */
    static Split from(Packet packet, String address) {
        return Split.oneOf(packet, Condition.sentBy(address));
    }

    @Override
    public String words() {
        return (negated ? "not " : "") + "from hardware address " + address;
    }

    @Override
    public String wanted() {
        return Wanted.is("the sender's hardware address", negated, address);
    }
}
