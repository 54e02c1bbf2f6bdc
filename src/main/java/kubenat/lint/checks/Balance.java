package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.kube.ChainRole;
import kubenat.kube.RuleFields;
import kubenat.lint.Interest;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.match.Comment;
import kubenat.model.match.Match;
import kubenat.model.match.Recent;
import kubenat.model.match.Statistic;
import kubenat.model.packet.Share;

/**
 * How a chain of a Service port chooses among endpoints.
 *
 * @param sticky the rules for clients that were seen before ({@code -m recent --rcheck}), which kube-proxy writes first
 * @param choices the rules that lead to endpoints by chance, or the last one without
 * @param unclear rules to endpoints that ask for something else, so that the shares of the others are not sure
 */
record Balance(List<Rule> sticky, List<Rule> choices, List<Rule> unclear) {
    /** The chains that choose. */
    static final Interest CHAINS = Interest.in(TableName.NAT, ChainRole.SVC, ChainRole.SVL, ChainRole.XLB);

    Balance {
        sticky = List.copyOf(sticky);
        choices = List.copyOf(choices);
        unclear = List.copyOf(unclear);
    }

    /** The same as {@link #of(Chain)}, read once for all checks that look at the chain. */
    static Optional<Balance> of(Chain chain, Subject subject) {
        return Optional.of(subject.derived(chain, Balance.class, () -> read(chain)))
                .filter(balance -> !balance.isEmpty());
    }

    /** What a chain of the role SVC, SVL or XLB does; empty for other chains and for those that lead to no endpoint. */
    static Optional<Balance> of(Chain chain) {
        return CHAINS.roles().contains(KubeChains.role(chain))
                ? Optional.of(read(chain)).filter(balance -> !balance.isEmpty())
                : Optional.empty();
    }

    private boolean isEmpty() {
        return sticky.isEmpty() && choices.isEmpty() && unclear.isEmpty();
    }

    private static Balance read(Chain chain) {
        List<Rule> sticky = new ArrayList<>();
        List<Rule> choices = new ArrayList<>();
        List<Rule> unclear = new ArrayList<>();
        for (Rule rule : chain.rules()) {
            if (new RuleFields(rule).leadsTo() == ChainRole.SEP) {
                kind(rule, sticky, choices, unclear).add(rule);
            }
        }
        return new Balance(sticky, choices, unclear);
    }

    private static List<Rule> kind(Rule rule, List<Rule> sticky, List<Rule> choices, List<Rule> unclear) {
        boolean recent = false;
        for (Match match : rule.matches()) {
            recent |= match instanceof Recent check && check.action() != Recent.Action.SET;
            if (!(match instanceof Comment || match instanceof Statistic || match instanceof Recent)) {
                return unclear;
            }
        }
        return recent ? sticky : choices;
    }

    /** The chance that a rule takes a packet that has come to it. */
    static Share chance(Rule rule) {
        return new RuleFields(rule)
                .statistic()
                .map(chance -> chance.negated() ? chance.share().rest() : chance.share())
                .orElse(Share.ALL);
    }

    /** The part of new clients that each choice gets, in order. */
    List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        Share left = Share.ALL;
        for (Rule choice : choices) {
            Share chance = chance(choice);
            shares.add(left.times(chance));
            left = left.times(chance.rest());
        }
        return shares;
    }

    /** The part of new clients that no choice takes. */
    Share left() {
        Share left = Share.ALL;
        for (Rule choice : choices) {
            left = left.times(chance(choice).rest());
        }
        return left;
    }
}
