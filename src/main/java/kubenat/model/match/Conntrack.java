package kubenat.model.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kubenat.model.packet.Condition;
import kubenat.model.packet.ConnectionState;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Split;
import kubenat.model.packet.Truth;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -m conntrack}: what the connection is and was (kernel: xt_conntrack). Where there is no connection, the options beside
 * a {@code --ctstate} that holds are not asked, and without {@code --ctstate} none holds, negated or not (by experiment on
 * Linux 6.18).
 */
final class Conntrack {
    static final Syntax<List<Match>> SYNTAX = new Syntax<>(
            "conntrack",
            List.of(
                    Option.value("--ctstate"),
                    Option.value("--ctproto"),
                    Option.value("--ctorigsrc"),
                    Option.value("--ctorigdst"),
                    Option.value("--ctreplsrc"),
                    Option.value("--ctrepldst"),
                    Option.value("--ctorigsrcport"),
                    Option.value("--ctorigdstport"),
                    Option.value("--ctreplsrcport"),
                    Option.value("--ctrepldstport"),
                    Option.value("--ctstatus"),
                    Option.value("--ctexpire"),
                    Option.value("--ctdir").neverNegated()),
            Conntrack::read);

    private Conntrack() {}

    private static List<Match> read(Arguments arguments) {
        boolean withState = arguments.has("--ctstate");
        List<Match> matches = new ArrayList<>();
        arguments.find("--ctstate").ifPresent(a -> matches.add(ConnectionStateMatch.of(a)));
        for (Argument argument : arguments.all()) {
            if (!argument.option().equals("--ctstate")) {
                matches.add(match(argument, withState));
            }
        }
        return matches;
    }

    private static Match match(Argument argument, boolean withState) {
        return switch (argument.option()) {
            case "--ctproto" -> ConnectionProtocol.of(argument, withState);
            case "--ctstatus" -> ConnectionStatus.of(argument, withState);
            case "--ctdir" -> ConnectionDirection.of(argument, withState);
            case "--ctexpire" -> expiry(argument, withState);
            default ->
                argument.option().endsWith("port")
                        ? ConnectionPort.of(argument, withState)
                        : ConnectionAddress.of(argument, withState);
        };
    }

    private static Match expiry(Argument argument, boolean withState) {
        String words = "the connection expires in " + argument.word() + " s";
        return new ConnectionNamed(
                argument.negated(),
                Condition.opaque("ctexpire", argument.word(), words),
                Truth.MAYBE,
                Truth.of(withState));
    }

    /** Asks those that conntrack has a connection for; the others meet the condition or not as one. */
    static Split whereTracked(Packet packet, boolean otherwise, Function<Packet, Split> question) {
        return Split.states(packet, ConnectionState.TRACKED).choose(question, p -> Split.of(otherwise, p));
    }
}
