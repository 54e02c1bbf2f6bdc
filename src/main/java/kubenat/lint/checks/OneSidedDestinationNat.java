package kubenat.lint.checks;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.graph.Handover;
import kubenat.kube.ChainRole;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.match.AddressType;
import kubenat.model.target.DestinationNat;
import kubenat.model.target.Jump;

/** IPT025: ports of the node are translated for others and not for the node itself, or the other way round. */
final class OneSidedDestinationNat extends Check {
    private static final int MOST = 1000;

    OneSidedDestinationNat() {
        super("IPT025", Level.WARNING, Need.NAT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        Optional<Chain> in = subject.ruleset().chain(new ChainName(TableName.NAT, "PREROUTING"));
        Optional<Chain> out = subject.ruleset().chain(new ChainName(TableName.NAT, "OUTPUT"));
        if (in.isEmpty() || out.isEmpty()) {
            return Stream.empty();
        }
        return Stream.concat(
                oneSided(in.get(), out.get(), "this node itself", subject),
                oneSided(out.get(), in.get(), "other hosts", subject));
    }

    private Stream<Finding> oneSided(Chain chain, Chain twin, String who, Subject subject) {
        Set<ChainName> reached = twin.rules().stream()
                .flatMap(rule -> Handover.of(rule).stream())
                .map(Handover::to)
                .collect(Collectors.toSet());
        return chain.rules().stream()
                .filter(OneSidedDestinationNat::isForLocal)
                .flatMap(rule -> Handover.of(rule).stream())
                .filter(to -> !reached.contains(to.to())
                        && ChainRole.of(to.to().name()) == ChainRole.NONE
                        && translates(to.to(), subject))
                .map(to -> finding(
                                subject.at(to.rule()).marking("-j " + to.to().name()),
                                "%s leads to %s for addresses of this node, %s does not: its ports do not answer to %s"
                                        .formatted(
                                                chain.name().name(),
                                                to.to().name(),
                                                twin.name().name(),
                                                who))
                        .withHelp("%s -A %s -m addrtype --dst-type LOCAL -j %s"
                                .formatted(
                                        Remedy.command(subject, twin.name()),
                                        twin.name().name(),
                                        to.to().name())));
    }

    private static boolean isForLocal(Rule rule) {
        return rule.matches().stream()
                .anyMatch(match -> match instanceof AddressType type
                        && !type.source()
                        && !type.negated()
                        && type.types().equals(Set.of("LOCAL")));
    }

    private static boolean translates(ChainName name, Subject subject) {
        return subject.ruleset().chain(name).stream()
                .flatMap(chain -> chain.head(MOST).stream())
                .anyMatch(rule -> rule.target() instanceof DestinationNat
                        || rule.target() instanceof Jump jump && jump.chain().startsWith("CNI-DN-"));
    }
}
