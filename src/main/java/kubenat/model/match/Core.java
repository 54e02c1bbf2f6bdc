package kubenat.model.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.model.packet.InterfacePattern;
import kubenat.model.packet.Protocol;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** The conditions that every rule may have without {@code -m} (man iptables 1.8.9, PARAMETERS). */
final class Core {
    static final Syntax<List<Match>> SYNTAX = new Syntax<>(
            "core",
            List.of(
                    Option.value("-s", "--source", "--src"),
                    Option.value("-d", "--destination", "--dst"),
                    Option.value("-p", "--protocol", "--proto"),
                    Option.value("-i", "--in-interface"),
                    Option.value("-o", "--out-interface"),
                    Option.flag("-f", "--fragments", "--fragment").negatedToo(),
                    Option.flag("-4", "--ipv4"),
                    Option.flag("-6", "--ipv6")),
            Core::read);

    private Core() {}

    private static List<Match> read(Arguments arguments) {
        List<Match> matches = new ArrayList<>();
        arguments.all().forEach(argument -> matches.addAll(match(argument)));
        return matches;
    }

    private static List<Match> match(Argument argument) {
        boolean not = argument.negated();
        return switch (argument.option()) {
            case "-s" -> List.of(new SourceAddress(not, network(argument)));
            case "-d" -> List.of(new DestinationAddress(not, network(argument)));
            case "-p" -> List.of(new ProtocolMatch(not, protocol(argument)));
            case "-i" -> List.of(new InInterface(not, new InterfacePattern(argument.word())));
            case "-o" -> List.of(new OutInterface(not, new InterfacePattern(argument.word())));
            case "-f" -> List.of(new Fragment(not));
            default -> List.of();
        };
    }

    private static Network network(Argument argument) {
        Optional<Network> network = Network.read(argument.word());
        return network.orElseThrow(
                () -> new BadArgument(argument.option(), "an address or a network such as 10.0.0.0/8"));
    }

    private static Protocol protocol(Argument argument) {
        try {
            return Protocol.parse(argument.word().equals("all") ? "0" : argument.word());
        } catch (IllegalArgumentException unknown) {
            throw new BadArgument(argument.option(), "a protocol's name or number, such as tcp");
        }
    }
}
