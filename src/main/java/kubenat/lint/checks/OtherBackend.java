package kubenat.lint.checks;

import java.util.Set;
import java.util.stream.Stream;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Subject;

/** IPT019: the dump says that the node has rules of another backend too. */
final class OtherBackend extends Check {
    OtherBackend() {
        super("IPT019", Level.ERROR);
    }

    @Override
    public Set<String> replaces() {
        return Set.of("SYN008");
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        return Reading.of(subject, "SYN008")
                .filter(sign -> sign.message().contains("another backend"))
                .map(sign -> finding(
                                Reading.place(sign),
                                "rules of iptables-legacy and of iptables-nft are applied together; this dump has one of them")
                        .onlyPossible()
                        .withHelp("take both: iptables-legacy-save and iptables-nft-save, and give kube-nat both files;"
                                + " then flush the one that nothing writes any more"));
    }
}
