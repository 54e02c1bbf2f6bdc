package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import kubenat.lint.Check;

/** All checks, in the order of their ids. A new check is one class, one page, and one line here. */
public final class Checks {
    public static final List<Check> ALL = List.of(
            // iptables in general
            new JumpToMissingChain(), new UnusedChain(), new JumpCycle());

    private Checks() {}

    /** The check with that id, whatever the case of its letters. */
    public static Optional<Check> of(String id) {
        return ALL.stream().filter(check -> check.id().equalsIgnoreCase(id)).findFirst();
    }
}
