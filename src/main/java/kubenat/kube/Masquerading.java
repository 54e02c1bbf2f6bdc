package kubenat.kube;

import kubenat.model.Rule;
import kubenat.model.match.Unmodelled;
import kubenat.model.target.MarkTarget;

/** By which rules kube-proxy lets packets be masqueraded later: marks, set by KUBE-MARK-MASQ or, up to 1.2, by each rule itself. */
public final class Masquerading {
    /** The mark of kube-proxy 1.1 and 1.2: "MASQ" in ASCII. */
    private static final int MASQ = 0x4d415351;

    private Masquerading() {}

    /** Whether the rule marks packets for masquerading. */
    public static boolean isMark(Rule rule) {
        return new RuleFields(rule).leadsTo() == ChainRole.MARK_MASQ
                || rule.target() instanceof MarkTarget mark && mark.value() == MASQ;
    }

    /** Whether a rule that marks asks for nothing but what an entry's packets have, and where they come from. */
    public static boolean fits(Rule mark, Entry entry) {
        RuleFields fields = new RuleFields(mark);
        boolean address = fields.destination()
                .map(match -> entry.address()
                        .map(to -> match.network().contains(to) != match.negated())
                        .orElse(match.negated()))
                .orElse(true);
        boolean port = fields.ports()
                .map(ports -> ports.intersect(entry.ports()).equals(entry.ports()))
                .orElse(true);
        boolean protocol = fields.protocol().map(entry::takes).orElse(true);
        return address && port && protocol && mark.matches().stream().noneMatch(Unmodelled.class::isInstance);
    }
}
