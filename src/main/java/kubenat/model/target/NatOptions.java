package kubenat.model.target;

import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;

/** The flags of NAT targets that choose ports in other ways, as text. */
final class NatOptions {
    private NatOptions() {}

    /** Such as {@code " --random"}; empty when there are none. */
    static String text(Arguments arguments) {
        String text = "";
        for (Argument argument : arguments.all()) {
            text = argument.words().isEmpty() ? text + " " + argument.option() : text;
        }
        return text;
    }
}
