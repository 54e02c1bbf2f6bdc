package kubenat.model.target;

import java.util.List;
import java.util.stream.Collectors;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** The targets that are modelled: a new one is a file and a line here. */
public final class TargetSyntaxes {
    public static final List<Syntax<Target>> ALL = List.of(
            plain("ACCEPT", new Accept()),
            plain("DROP", new Drop()),
            plain("RETURN", new Return()),
            DestinationNat.SYNTAX,
            MarkTarget.SYNTAX,
            Masquerade.SYNTAX,
            Redirect.SYNTAX,
            Reject.SYNTAX,
            SourceNat.SYNTAX,
            noting(
                    "LOG",
                    Option.value("--log-level").neverNegated(),
                    Option.value("--log-prefix").neverNegated(),
                    Option.flag("--log-tcp-sequence"),
                    Option.flag("--log-tcp-options"),
                    Option.flag("--log-ip-options"),
                    Option.flag("--log-uid"),
                    Option.flag("--log-macdecode")));

    private TargetSyntaxes() {}

    private static Syntax<Target> plain(String name, Target target) {
        return new Syntax<>(name, List.of(), arguments -> target);
    }

    /** A target without effect on where the packet goes. */
    private static Syntax<Target> noting(String name, Option... options) {
        return new Syntax<>(
                name,
                List.of(options),
                arguments -> new NoEffect(
                        name, arguments.all().stream().map(TargetSyntaxes::text).collect(Collectors.joining(" "))));
    }

    private static String text(Argument argument) {
        return argument.words().isEmpty()
                ? argument.option()
                : argument.option() + " " + String.join(" ", argument.words());
    }
}
