package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.lint.space.Admission;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.match.Match;
import kubenat.model.packet.Family;

/** IPT012: no packet can meet all conditions of a rule. */
final class ContradictoryMatches extends ChainCheck {

    ContradictoryMatches() {
        super("IPT012", Level.ERROR);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        Family family = subject.ruleset().family();
        return chain.rules().stream()
                .filter(rule -> isWorthAsking(rule) && isEmpty(rule.matches(), family))
                .map(rule -> contradictory(rule, subject));
    }

    /** Most rules ask for different things once, without a negation; building sets of a million of them takes time. */
    private static boolean isWorthAsking(Rule rule) {
        return Kinds.mayContradict(rule.matches());
    }

    private static boolean isEmpty(List<Match> matches, Family family) {
        return Admission.of(matches, family).box().isEmpty();
    }

    private Finding contradictory(Rule rule, Subject subject) {
        List<Match> core = core(rule.matches(), subject.ruleset().family());
        String words = String.join(" and ", core.stream().map(Match::words).toList());
        return finding(
                        subject.at(rule),
                        core.size() == 1 ? "no packet can be: " + words : "no packet can be all of this: " + words)
                .withHelp("the rule never matches; correct it, or remove it: " + Remedy.delete(subject, rule));
    }

    /** The conditions that cannot be met together; without any of them they could. */
    private static List<Match> core(List<Match> matches, Family family) {
        List<Match> core = new ArrayList<>(matches);
        for (Match match : matches) {
            List<Match> less = new ArrayList<>(core);
            less.remove(match);
            if (isEmpty(less, family)) {
                core = less;
            }
        }
        return core;
    }
}
