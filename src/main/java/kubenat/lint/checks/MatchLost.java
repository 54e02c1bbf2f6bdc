package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.match.Comment;
import kubenat.model.target.Accept;
import kubenat.model.target.Drop;
import kubenat.model.target.Target;

/** IPT015: a rule whose comment speaks of a condition that it does not have. */
final class MatchLost extends ChainCheck {
    private static final List<Lost> LOST = List.of(
            new Lost(
                    "KUBE-FIREWALL",
                    "kubernetes firewall for dropping marked packets",
                    Drop.class,
                    "-m mark --mark 0x8000/0x8000"),
            new Lost(
                    "KUBE-FIREWALL",
                    "block incoming localnet connections",
                    Drop.class,
                    "! -s 127.0.0.0/8 -d 127.0.0.0/8 -m conntrack ! --ctstate RELATED,ESTABLISHED,DNAT"),
            new Lost("KUBE-FORWARD", "kubernetes forwarding rules", Accept.class, "-m mark --mark 0x4000/0x4000"));

    MatchLost() {
        super("IPT015", Level.ERROR, Interest.in(ChainRole.FIREWALL, ChainRole.FORWARD));
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return LOST.stream()
                .filter(lost -> lost.chain().equals(chain.name().name()))
                .flatMap(lost -> chain.rules().stream().filter(lost::fits).map(rule -> lost(rule, lost, subject)));
    }

    private Finding lost(Rule rule, Lost lost, Subject subject) {
        return finding(
                        subject.at(rule),
                        "rule %d of %s has lost its condition %s: it applies to every packet"
                                .formatted(rule.number(), rule.chain().name(), lost.condition()))
                .withHelp("another version of iptables has rewritten the rule (kubernetes/kubernetes#112477); let all"
                        + " programs on the node use the same one, then remove the rule: "
                        + Remedy.delete(subject, rule));
    }

    /**
     * A rule that somebody is known to write with a condition.
     *
     * @param comment how its comment begins
     */
    private record Lost(String chain, String comment, Class<? extends Target> target, String condition) {
        boolean fits(Rule rule) {
            return target.isInstance(rule.target())
                    && rule.matches().stream().allMatch(Comment.class::isInstance)
                    && rule.comment().filter(text -> text.startsWith(comment)).isPresent();
        }
    }
}
