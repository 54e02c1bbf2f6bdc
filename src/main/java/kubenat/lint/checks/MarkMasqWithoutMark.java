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
import kubenat.model.TableName;
import kubenat.model.target.MarkTarget;

/** KN104: KUBE-MARK-MASQ sets no mark, or is missing. */
final class MarkMasqWithoutMark extends Check {

    MarkMasqWithoutMark() {
        super("KN104", Level.ERROR, Need.NAT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<Call> calls = subject.calls().to(KubeChains.MARK_MASQ);
        Optional<Chain> chain = subject.ruleset().chain(KubeChains.MARK_MASQ);
        boolean sets = chain.stream()
                .flatMap(found -> found.rules().stream())
                .anyMatch(rule -> rule.target() instanceof MarkTarget);
        return calls.isEmpty() || sets ? Stream.empty() : without(calls, chain, subject).stream();
    }

    private Optional<Finding> without(List<Call> calls, Optional<Chain> chain, Subject subject) {
        Optional<Rule> first = subject.ruleset()
                .chain(calls.get(0).from())
                .map(from -> from.rules().get(calls.get(0).rule() - 1));
        String message =
                "KUBE-MARK-MASQ %s: packets that %s mark for masquerading keep their source, and replies may miss this node"
                        .formatted(
                                chain.isPresent() ? "sets no mark" : "is not in the dump",
                                calls.size() == 1 ? "1 rule wants to" : "%,d rules want to".formatted(calls.size()));
        return chain.map(subject::at)
                .or(() -> first.map(rule -> subject.at(rule).marking("-j KUBE-MARK-MASQ")))
                .map(place -> finding(place, message))
                .map(finding -> first.map(rule -> finding.related(subject.at(rule), "is the first of them"))
                        .orElse(finding))
                .map(finding -> Witnesses.to(finding, subject, calls.get(0).from()))
                .map(finding -> finding.withHelp(
                        "iptables -t nat -A KUBE-MARK-MASQ -j MARK --or-mark 0x4000, with the bit of --iptables-masquerade-bit;"
                                + " then find out what flushed the chain"))
                .flatMap(finding -> Wholeness.judge(subject, TableName.NAT, finding));
    }
}
