package kubenat.model.target;

import java.util.stream.Collectors;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;

/** The flags of NAT targets that choose ports in other ways, as text. */
final class NatOptions {
    private NatOptions() {}

    /** Such as {@code " --random"}; empty when there are none. */
    static String text(Arguments arguments) {
        return arguments.all().stream()
                .filter(a -> a.words().isEmpty())
                .map(Argument::option)
                .map(" "::concat)
                .collect(Collectors.joining());
    }
}
