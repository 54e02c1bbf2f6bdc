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
import kubenat.model.ChainName;
import kubenat.model.TableName;
import kubenat.model.target.Masquerade;
import kubenat.model.target.SourceNat;

/** KN102: packets that are marked for masquerading are not masqueraded, since KUBE-POSTROUTING is not called or does not do it. */
final class PostroutingNotCalled extends Check {
    private static final ChainName HOOK = KubeChains.nat("POSTROUTING");

    PostroutingNotCalled() {
        super("KN102", Level.ERROR, Need.NAT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<Call> marked = subject.calls().to(KubeChains.MARK_MASQ);
        Optional<Chain> hook = subject.ruleset().chain(HOOK);
        if (marked.isEmpty() || hook.isEmpty()) {
            return Stream.empty();
        }
        Optional<Chain> chain = subject.ruleset().chain(KubeChains.POSTROUTING);
        return problem(chain, hook.get(), subject)
                .map(
                        finding -> finding.withHelp(
                                "kube-proxy puts these rules back at its next full sync: look whether it runs and what removes them;"
                                        + " by hand: iptables -t nat -A POSTROUTING -m mark --mark 0x4000/0x4000 -j MASQUERADE"))
                .map(finding -> Witnesses.to(finding, subject, marked.get(0).from()))
                .flatMap(finding -> Wholeness.judge(subject, TableName.NAT, finding))
                .stream();
    }

    private Optional<Finding> problem(Optional<Chain> chain, Chain hook, Subject subject) {
        String so = ": clients whose packets are marked for masquerading get no answers, or from the wrong address";
        if (chain.isPresent() && !masquerades(chain.get())) {
            return Optional.of(finding(subject.at(chain.get()), "KUBE-POSTROUTING has no MASQUERADE rule" + so));
        }
        boolean called = KubeChains.hooksOf(subject, KubeChains.POSTROUTING).contains("POSTROUTING");
        if (called || masquerades(hook) && chain.isEmpty()) {
            return Optional.empty();
        }
        String words =
                chain.isPresent() ? "POSTROUTING does not lead to KUBE-POSTROUTING" : "there is no KUBE-POSTROUTING";
        Finding finding = finding(subject.at(hook), words + so);
        return Optional.of(chain.map(found -> finding.related(subject.at(found), "has the MASQUERADE rule"))
                .orElse(finding));
    }

    private static boolean masquerades(Chain chain) {
        return chain.rules().stream()
                .anyMatch(rule -> rule.target() instanceof Masquerade || rule.target() instanceof SourceNat);
    }
}
