package kubenat.graph;

import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.target.Goto;
import kubenat.model.target.Jump;

/** A rule that can hand a packet to another chain of its table: {@code -j CHAIN} or {@code -g CHAIN}. */
public record Handover(ChainName to, Rule rule) {

    /** The handover of a rule, if its target is a chain. */
    public static Optional<Handover> of(Rule rule) {
        if (rule.target() instanceof Jump jump) {
            return Optional.of(to(jump.chain(), rule));
        }
        return rule.target() instanceof Goto away ? Optional.of(to(away.chain(), rule)) : Optional.empty();
    }

    private static Handover to(String chain, Rule rule) {
        return new Handover(new ChainName(rule.chain().table(), chain), rule);
    }

    /** The chain that the rule stands in. */
    public ChainName from() {
        return rule.chain();
    }

    /** Whether the packet does not come back to the next rule. */
    public boolean isGoto() {
        return rule.target() instanceof Goto;
    }

    /** Two are the same when they are the same rule of a ruleset; its chain and number say so. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Handover handover
                && handover.rule.number() == rule.number()
                && handover.rule.chain().equals(rule.chain());
    }

    @Override
    public int hashCode() {
        return rule.chain().hashCode() * 31 + rule.number();
    }
}
