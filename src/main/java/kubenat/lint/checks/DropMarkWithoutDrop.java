package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.lint.Call;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.Table;
import kubenat.model.TableName;
import kubenat.model.match.MarkMatch;
import kubenat.model.target.Drop;
import kubenat.model.target.MarkTarget;
import kubenat.model.target.Reject;

/** KN135: packets are marked to be dropped, but nothing drops them. */
final class DropMarkWithoutDrop extends Check {

    DropMarkWithoutDrop() {
        super("KN135", Level.ERROR, Need.NAT, Need.FILTER);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<Call> calls = subject.calls().to(KubeChains.MARK_DROP);
        Optional<Chain> chain = subject.ruleset().chain(KubeChains.MARK_DROP);
        if (calls.isEmpty() || chain.isEmpty()) {
            return Stream.empty();
        }
        Optional<MarkTarget> mark = chain.get().rules().stream()
                .filter(rule -> rule.target() instanceof MarkTarget)
                .map(rule -> (MarkTarget) rule.target())
                .findFirst();
        boolean dropped = mark.filter(set -> isDropped(set, subject)).isPresent();
        return dropped
                ? Stream.empty()
                : Wholeness.judge(subject, TableName.FILTER, kept(chain.get(), mark, calls, subject)).stream();
    }

    private static boolean isDropped(MarkTarget mark, Subject subject) {
        return subject.ruleset().table(TableName.FILTER).stream()
                .flatMap(Table::chains)
                .filter(chain -> chain.rules().stream().anyMatch(rule -> drops(rule, mark)))
                .anyMatch(chain -> chain.policy().isPresent()
                        || !KubeChains.hooksOf(subject, chain.name()).isEmpty());
    }

    private static boolean drops(Rule rule, MarkTarget mark) {
        return (rule.target() instanceof Drop || rule.target() instanceof Reject)
                && rule.matches().stream()
                        .anyMatch(match -> match instanceof MarkMatch asked
                                && !asked.negated()
                                && (mark.value() & asked.mask()) == asked.value());
    }

    private Finding kept(Chain chain, Optional<MarkTarget> mark, List<Call> calls, Subject subject) {
        Rule first =
                KubeChains.rules(subject, calls.get(0).from()).get(calls.get(0).rule() - 1);
        String what = mark.map(set -> "KUBE-MARK-DROP marks packets with 0x%x, but no rule of filter drops them"
                        .formatted(set.value()))
                .orElse("KUBE-MARK-DROP sets no mark, so nothing is dropped");
        Finding finding = finding(
                        subject.at(chain),
                        what + ": what " + KubeChains.label(first) + " and others refuse gets through")
                .related(subject.at(first), "wants packets to be dropped")
                .withHelp(
                        "up to 1.26 the kubelet writes both rules (--make-iptables-util-chains): look whether it runs; then upgrade kube-proxy:"
                                + " from 1.26 on it needs neither");
        return Witnesses.to(finding, subject, first.chain());
    }
}
