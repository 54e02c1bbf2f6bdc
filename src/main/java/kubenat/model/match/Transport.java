package kubenat.model.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.model.packet.NumberSet;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Numbers;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.PortNames;
import kubenat.model.syntax.Syntax;

/** The modules of protocols with ports: tcp, udp, udplite, sctp, dccp (man iptables-extensions 1.8.9). */
final class Transport {
    private static final Option SPORT = Option.value("--sport", "--source-port");
    private static final Option DPORT = Option.value("--dport", "--destination-port");

    static final Syntax<List<Match>> UDP = new Syntax<>("udp", List.of(SPORT, DPORT), Transport::ports);
    static final Syntax<List<Match>> UDPLITE = new Syntax<>("udplite", List.of(SPORT, DPORT), Transport::ports);
    static final Syntax<List<Match>> SCTP = new Syntax<>(
            "sctp", List.of(SPORT, DPORT, Option.value("--chunk-types").words(2)), arguments -> {
                List<Match> matches = new ArrayList<>(ports(arguments));
                named(arguments, "--chunk-types", "with chunks ").ifPresent(matches::add);
                return matches;
            });
    static final Syntax<List<Match>> DCCP = new Syntax<>(
            "dccp", List.of(SPORT, DPORT, Option.value("--dccp-types"), Option.value("--dccp-option")), arguments -> {
                List<Match> matches = new ArrayList<>(ports(arguments));
                named(arguments, "--dccp-types", "of DCCP type ").ifPresent(matches::add);
                named(arguments, "--dccp-option", "with DCCP option ").ifPresent(matches::add);
                return matches;
            });
    static final Syntax<List<Match>> TCP = new Syntax<>(
            "tcp",
            List.of(
                    SPORT,
                    DPORT,
                    Option.value("--tcp-flags").words(2),
                    Option.flag("--syn").negatedToo(),
                    Option.value("--tcp-option")),
            Transport::tcp);

    private Transport() {}

    static List<Match> ports(Arguments arguments) {
        List<Match> matches = new ArrayList<>();
        port(arguments, "--sport").ifPresent(p -> matches.add(new SourcePort(arguments.negated("--sport"), p)));
        port(arguments, "--dport").ifPresent(p -> matches.add(new DestinationPort(arguments.negated("--dport"), p)));
        return matches;
    }

    private static List<Match> tcp(Arguments arguments) {
        List<Match> matches = new ArrayList<>(ports(arguments));
        arguments.find("--tcp-flags").ifPresent(a -> matches.add(TcpFlags.of(a)));
        arguments.find("--syn").ifPresent(a -> matches.add(TcpFlags.syn(a.negated())));
        named(arguments, "--tcp-option", "with TCP option ").ifPresent(matches::add);
        return matches;
    }

    /** A condition on a part of the header that packets are not followed by. */
    private static Optional<Match> named(Arguments arguments, String option, String words) {
        return arguments
                .find(option)
                .map(a -> Named.packet(
                        a.negated(),
                        arguments.module(),
                        String.join(" ", a.words()),
                        words + String.join(" ", a.words())));
    }

    static Optional<NumberSet> port(Arguments arguments, String option) {
        return arguments
                .find(option)
                .map(a -> PortText.read(a.word())
                        .orElseThrow(() -> new BadArgument(option, "a port or a range such as 8000:8080")));
    }

    /** Ports as text: a number, a range, or a name. */
    static final class PortText {
        private PortText() {}

        static Optional<NumberSet> read(String text) {
            return Numbers.range(PortNames.number(text), 65535);
        }
    }
}
