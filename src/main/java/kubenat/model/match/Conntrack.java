package kubenat.model.match;

import java.util.ArrayList;
import java.util.List;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** {@code -m conntrack}: what the connection is and was (man iptables-extensions 1.8.9). */
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
        List<Match> matches = new ArrayList<>();
        arguments.all().forEach(argument -> matches.add(match(argument)));
        return matches;
    }

    private static Match match(Argument argument) {
        if (argument.option().equals("--ctstate")) {
            return ConnectionStateMatch.of(argument);
        }
        return new Unmodelled((argument.negated() ? "! " : "") + argument.option() + " " + argument.word());
    }
}
