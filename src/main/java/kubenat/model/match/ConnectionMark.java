package kubenat.model.match;

import java.util.List;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Numbers;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** {@code -m connmark}: {@code mark & mask == value} of the connection; false, even negated, where there is none (kernel: xt_connmark). */
public record ConnectionMark(boolean negated, int value, int mask) implements Match {
    static final Syntax<List<Match>> SYNTAX =
            new Syntax<>("connmark", List.of(Option.value("--mark")), ConnectionMark::read);

    private static List<Match> read(Arguments arguments) {
        int[] bits = arguments
                .read("--mark", "a mark such as 0x80/0x80", Numbers::valueAndMask)
                .orElseThrow(() -> new BadArgument("connmark", "--mark is missing"));
        return List.of(new ConnectionMark(arguments.negated("--mark"), bits[0], bits[1]));
    }

    @Override
    public Split split(Packet packet, Site site) {
        return Conntrack.whereTracked(
                packet, false, p -> Split.connectionMark(p, value, mask).negatedIf(negated));
    }

    @Override
    public boolean tracksConnections() {
        return true;
    }

    @Override
    public String words() {
        return "connection " + (negated ? "not marked " : "marked ") + MarkMatch.hex(value, mask);
    }

    @Override
    public String wanted() {
        return Wanted.is("the connection", negated, "marked " + MarkMatch.hex(value, mask));
    }
}
