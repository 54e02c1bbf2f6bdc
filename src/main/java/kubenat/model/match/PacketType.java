package kubenat.model.match;

import java.util.List;
import java.util.Locale;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -m pkttype}: to whom the frame was addressed on its link, which the IP destination does not tell. What this node
 * sends is unicast, whatever its destination (kernel: xt_pkttype; by experiment on Linux 6.18).
 *
 * @param type unicast, broadcast, multicast or otherhost
 */
public record PacketType(boolean negated, String type) implements Match {
    private static final List<String> TYPES =
            List.of("unicast", "broadcast", "multicast", "otherhost", "host", "bcast", "mcast");

    static final Syntax<List<Match>> SYNTAX =
            new Syntax<>("pkttype", List.of(Option.value("--pkt-type")), PacketType::read);

    private static List<Match> read(Arguments arguments) {
        String word = arguments.word("--pkt-type").toLowerCase(Locale.ROOT);
        if (!TYPES.contains(word)) {
            throw new BadArgument("--pkt-type", "unicast, broadcast or multicast");
        }
        String type = word.equals("host")
                ? "unicast"
                : word.replace("bcast", "broadcast").replace("mcast", "multicast");
        return List.of(new PacketType(arguments.negated("--pkt-type"), type));
    }

    @Override
    public Split split(Packet packet, Site site) {
        Condition condition = Condition.opaque("pkttype", type, "a link-layer " + type);
        AddressSet groups = AddressTypes.multicast(packet.family());
        boolean toGroup = !packet.header().destination().intersect(groups).isEmpty();
        Split split = packet.isSentHere() || Arrival.isWithoutLink(packet) && !toGroup
                ? Split.of(type.equals("unicast"), packet)
                : Split.oneOf(packet, condition);
        return split.negatedIf(negated);
    }

    @Override
    public String words() {
        return (negated ? "not " : "") + "link-layer " + type;
    }
}
