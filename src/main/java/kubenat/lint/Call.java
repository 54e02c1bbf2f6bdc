package kubenat.lint;

import kubenat.model.ChainName;
import kubenat.model.Rule;

/**
 * A rule that can hand a packet to another chain, without the rule itself: there may be a million of them.
 *
 * @param rule its number in the chain
 */
public record Call(ChainName from, int rule, int line, boolean isGoto) {

    static Call of(Rule rule, boolean isGoto) {
        return new Call(rule.chain(), rule.number(), (int) rule.line(), isGoto);
    }
}
