package kubenat.model.match;

import java.util.List;
import java.util.stream.Collectors;
import kubenat.model.packet.Condition;
import kubenat.model.packet.MarkBits;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -m socket}: a local socket is open for the packet.
 *
 * @param options which sockets count, such as {@code --transparent}
 * @param restoresMark whether the packet then gets the socket's mark
 */
public record Socket(String options, boolean restoresMark) implements Match {
    static final Syntax<List<Match>> SYNTAX = new Syntax<>(
            "socket",
            List.of(Option.flag("--transparent"), Option.flag("--nowildcard"), Option.flag("--restore-skmark")),
            arguments -> List.of(new Socket(
                    arguments.all().stream()
                            .map(Argument::option)
                            .filter(option -> !option.equals("--restore-skmark"))
                            .collect(Collectors.joining(" ")),
                    arguments.has("--restore-skmark"))));

    @Override
    public Split split(Packet packet, Site site) {
        Split split = Split.opaque(packet, Condition.opaque("socket", options, words()));
        return restoresMark ? split.map(Socket::marked, p -> p) : split;
    }

    private static Packet marked(Packet packet) {
        return packet.withMark(MarkBits.unknown("the socket's mark"));
    }

    @Override
    public String words() {
        return "for an open local socket" + (options.isEmpty() ? "" : " (" + options + ")");
    }

    @Override
    public String wanted() {
        return "it were " + words();
    }
}
