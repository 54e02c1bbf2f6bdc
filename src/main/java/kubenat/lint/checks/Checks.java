package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.lint.Check;

/** All checks, in the order of their ids. A new check is one class, one page, and one line here. */
public final class Checks {
    private static final List<Check> OF_RULES = List.of(
            // iptables in general
            new JumpToMissingChain(), new UnusedChain(), new JumpCycle());

    public static final List<Check> ALL =
            Stream.concat(OF_RULES.stream(), Reported.BY_READING.stream()).toList();

    private Checks() {}

    /** The check with that id, whatever the case of its letters. */
    public static Optional<Check> of(String id) {
        return ALL.stream().filter(check -> check.id().equalsIgnoreCase(id)).findFirst();
    }
}
