package kubenat.model.match;

import java.util.ArrayList;
import java.util.List;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** {@code -m multiport}: source, destination or either port is in a list. */
public record Multiport(boolean negated, Side side, NumberSet ports) implements Match {
    /** Which port the list is compared with. */
    public enum Side {
        SOURCE,
        DESTINATION,
        EITHER
    }

    static final Syntax<List<Match>> SYNTAX = new Syntax<>(
            "multiport",
            List.of(
                    Option.value("--sports", "--source-ports"),
                    Option.value("--dports", "--destination-ports"),
                    Option.value("--ports")),
            Multiport::read);

    private static List<Match> read(Arguments arguments) {
        List<Match> matches = new ArrayList<>();
        for (Argument argument : arguments.all()) {
            Side side = argument.option().equals("--sports")
                    ? Side.SOURCE
                    : argument.option().equals("--dports") ? Side.DESTINATION : Side.EITHER;
            matches.add(new Multiport(argument.negated(), side, ports(argument)));
        }
        return matches;
    }

    private static NumberSet ports(Argument argument) {
        NumberSet ports = NumberSet.NONE;
        for (String word : argument.word().split(",", -1)) {
            ports = ports.union(Transport.PortText.read(word)
                    .orElseThrow(() -> new BadArgument(argument.option(), "ports such as 80,443,8000:8080")));
        }
        return ports;
    }

    @Override
    public Split split(Packet packet, Site site) {
        Split split = switch (side) {
            case SOURCE -> Split.sourcePort(packet, ports);
            case DESTINATION -> Split.destinationPort(packet, ports);
            case EITHER -> Split.sourcePort(packet, ports).or(p -> Split.destinationPort(p, ports));
        };
        return split.negatedIf(negated);
    }

    @Override
    public String words() {
        String which = switch (side) {
            case SOURCE -> "from port ";
            case DESTINATION -> "port ";
            case EITHER -> "from or to port ";
        };
        return (negated ? "not " : "") + which + ports;
    }

    @Override
    public String wanted() {
        String which = switch (side) {
            case SOURCE -> "the source port";
            case DESTINATION -> "the destination port";
            case EITHER -> "a port";
        };
        return side == Side.EITHER && negated ? "neither port were one of " + ports : Wanted.in(which, negated, ports);
    }
}
