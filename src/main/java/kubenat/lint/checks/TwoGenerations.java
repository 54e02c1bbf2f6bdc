package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;

/** KN132: chains of two generations of kube-proxy. */
final class TwoGenerations extends Check {
    /** Chains that an older kube-proxy has, and those that a newer one has instead. */
    private record Generation(ChainRole old, String whose, ChainRole current, String later) {}

    private static final List<Generation> GENERATIONS = List.of(
            new Generation(ChainRole.XLB, "kube-proxy up to 1.23", ChainRole.EXT, "1.24 and later"),
            new Generation(ChainRole.PORTALS, "kube-proxy's userspace mode", ChainRole.SVC, "its iptables mode"));

    TwoGenerations() {
        super("KN132", Level.WARNING, Need.NAT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        return GENERATIONS.stream().flatMap(each -> both(each, subject).stream());
    }

    private Optional<Finding> both(Generation generation, Subject subject) {
        List<Chain> old = KubeChains.all(subject, generation.old())
                .filter(chain -> chain.size() > 0)
                .toList();
        Optional<Chain> current = KubeChains.all(subject, generation.current())
                .filter(chain -> chain.size() > 0)
                .findFirst();
        return old.isEmpty() ? Optional.empty() : current.map(chain -> both(generation, old, chain, subject));
    }

    private Finding both(Generation generation, List<Chain> old, Chain current, Subject subject) {
        return finding(
                        subject.at(old.get(0)),
                        "%s (%s) and %s (%s) are both there: an upgrade or a change of modes has left rules behind"
                                .formatted(
                                        old.size() == 1
                                                ? old.get(0).name().name()
                                                : "%s and %,d more"
                                                        .formatted(
                                                                old.get(0)
                                                                        .name()
                                                                        .name(),
                                                                old.size() - 1),
                                        generation.whose(),
                                        current.name().name(),
                                        generation.later()))
                .related(subject.at(current), "is of the later one")
                .withHelp(
                        "drain the node and run kube-proxy --cleanup there; the kube-proxy that runs then writes its own rules again");
    }
}
