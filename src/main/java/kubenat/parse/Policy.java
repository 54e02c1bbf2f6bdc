package kubenat.parse;

import java.util.Optional;
import java.util.stream.Stream;
import kubenat.model.Hook;

/** What becomes of packets at the end of a chain that a hook calls; other chains have none ("Bad built-in chain name", iptables 1.8.9). */
final class Policy {
    private Policy() {}

    /** Whether a chain of that name has one. */
    static boolean isOf(String chain) {
        return Stream.of(Hook.values()).anyMatch(hook -> hook.name().equals(chain));
    }

    /** The word in a chain's declaration; none for {@code -}. */
    static Optional<Item> in(DumpLine line) {
        boolean hasPolicy = line.kind() == DumpLine.Kind.CHAIN || line.kind() == DumpLine.Kind.POLICY;
        return line.items().stream()
                .filter(item -> hasPolicy)
                .findFirst()
                .filter(policy -> !policy.text().equals("-"));
    }

    /** Complains of what iptables-restore refuses. */
    static void check(DumpLine line, Item policy, Problems problems) {
        if (!isOf(line.name())) {
            problems.error(
                    SyntaxProblem.BAD_VALUE,
                    line.number(),
                    policy,
                    line.name() + " has no policy: only the chains of hooks have one",
                    Optional.of("its line is :" + line.name() + " - [0:0]"));
        } else if (!policy.text().equals("ACCEPT") && !policy.text().equals("DROP")) {
            problems.error(
                    SyntaxProblem.BAD_VALUE,
                    line.number(),
                    policy,
                    policy.text() + " is no policy: a policy is ACCEPT or DROP");
        }
    }
}
