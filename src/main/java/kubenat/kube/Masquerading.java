package kubenat.kube;

import kubenat.model.Rule;
import kubenat.model.target.MarkTarget;

/** By which rules kube-proxy lets packets be masqueraded later: marks, set by KUBE-MARK-MASQ or, up to 1.2, by each rule itself. */
final class Masquerading {
    /** The mark of kube-proxy 1.1 and 1.2: "MASQ" in ASCII. */
    private static final int MASQ = 0x4d415351;

    private Masquerading() {}

    /** Whether the rule marks packets for masquerading. */
    static boolean isMark(Rule rule) {
        return new RuleFields(rule).leadsTo() == ChainRole.MARK_MASQ
                || rule.target() instanceof MarkTarget mark && mark.value() == MASQ;
    }
}
