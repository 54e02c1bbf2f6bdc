package kubenat.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.model.Hook;
import kubenat.model.Rule;
import kubenat.model.match.Match;
import kubenat.model.packet.Share;

/**
 * One rule met on a way, or what happened at the end of a chain.
 *
 * @param rule absent for returns and policies
 * @param share the part of the case's packets that took this step
 * @param unmet for a rule that did not match: all that its packets do not surely meet, that first
 * @param policy the policy, for a step of that kind; else empty
 * @param isSome whether the rule matched some of the packets only, which made no difference to where they go
 */
public record Step(
        Hook hook,
        ChainName chain,
        Kind kind,
        Optional<Rule> rule,
        Share share,
        List<Match> unmet,
        String policy,
        boolean isSome) {

    /** What happened. */
    public enum Kind {
        /** All matches of the rule held. */
        RULE,
        /** The chain ended and the packet went back to the calling chain. */
        RETURN,
        /** The built-in chain ended and its policy decided. */
        POLICY,
        /** The rule did not match; recorded only when asked for. */
        MISS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Step rule(Hook hook, Rule rule, Share share) {
        return new Step(hook, rule.chain(), Kind.RULE, Optional.of(rule), share, List.of(), "", false);
    }

    /** Of some of the packets, those that stay together with the others. */
    static Step some(Hook hook, Rule rule, Share share) {
        return new Step(hook, rule.chain(), Kind.RULE, Optional.of(rule), share, List.of(), "", true);
    }

    static Step miss(Hook hook, Rule rule, Share share, List<Match> unmet) {
        return new Step(hook, rule.chain(), Kind.MISS, Optional.of(rule), share, unmet, "", false);
    }

    static Step atEnd(Hook hook, ChainName chain, Share share) {
        return new Step(hook, chain, Kind.RETURN, Optional.empty(), share, List.of(), "", false);
    }

    static Step policy(Hook hook, ChainName chain, Share share, String policy) {
        return new Step(hook, chain, Kind.POLICY, Optional.empty(), share, List.of(), policy, false);
    }

    /** For a rule that did not match: the first condition that failed. */
    public Optional<Match> failed() {
        return unmet.stream().findFirst();
    }

    /** The words of the rule's target, the policy, or nothing for a return. */
    public String target() {
        return rule.map(r -> r.target().words()).orElse(policy);
    }
}
