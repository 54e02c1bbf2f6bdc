package kubenat.heat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.match.Comment;
import kubenat.model.match.Match;
import kubenat.model.match.ProtocolMatch;
import kubenat.model.match.Recent;
import kubenat.model.target.Accept;
import kubenat.model.target.DestinationNat;
import kubenat.model.target.Drop;
import kubenat.model.target.Goto;
import kubenat.model.target.Jump;
import kubenat.model.target.Redirect;
import kubenat.model.target.Reject;
import kubenat.model.target.Return;
import kubenat.model.target.Target;
import kubenat.model.target.UnreadableTarget;

/** Rules after which packets surely do not come back: they end the walk through the table, or jump to a chain that does. */
record Endings(Ruleset ruleset) implements Predicate<Rule> {

    @Override
    public boolean test(Rule rule) {
        Target target = rule.target();
        if (target instanceof Jump || target instanceof Goto) {
            return ruleset.chain(new ChainName(rule.chain().table(), target.name()))
                    .map(Chain::rulesOnce)
                    .filter(Endings::end)
                    .isPresent();
        }
        return endsWalk(target);
    }

    /** Whether all packets of a chain come to a rule that ends their walk; that others end it before does not matter. */
    private static boolean end(List<Rule> rules) {
        for (Rule rule : rules) {
            if (rule.target() instanceof Return || rule.target() instanceof Goto) {
                return false;
            }
            if (endsWalk(rule.target()) && asksNothing(rule.matches().stream())) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWalk(Target target) {
        return target instanceof DestinationNat
                || target instanceof Redirect
                || target instanceof Accept
                || target instanceof Drop
                || target instanceof Reject
                || target instanceof UnreadableTarget garbled && garbled.name().equals("DNAT");
    }

    /** Whether conditions hold for whatever comes to a chain, as far as that is one protocol's. */
    static boolean asksNothing(Stream<Match> matches) {
        return matches.allMatch(match -> match instanceof Comment
                || match instanceof ProtocolMatch only && !only.negated()
                || match instanceof Recent recent && recent.action() == Recent.Action.SET && !recent.negated());
    }
}
