package kubenat.lint.checks;

import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;

/** IPT002: a chain that no rule leads to. */
final class UnusedChain extends Check {

    UnusedChain() {
        super("IPT002", Level.INFO);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        return subject.ruleset().tables().stream()
                .flatMap(subject.calls()::uncalled)
                .filter(chain -> chain.policy().isEmpty())
                .filter(chain -> !isMeantToBeUnused(chain))
                .map(chain -> finding(
                        subject.at(chain),
                        "no rule leads to %s, which has %s"
                                .formatted(
                                        chain.name().name(),
                                        chain.size() == 1 ? "1 rule" : "%,d rules".formatted(chain.size()))));
    }

    /** kube-proxy and the kubelet keep chains that only say whether somebody has flushed the tables. */
    private static boolean isMeantToBeUnused(Chain chain) {
        ChainRole role = ChainRole.of(chain.name().name());
        return role == ChainRole.CANARY || role == ChainRole.HINT;
    }
}
