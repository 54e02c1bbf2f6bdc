package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Collectors;
import kubenat.lint.Finding;
import kubenat.lint.Subject;
import kubenat.lint.space.Shadow;
import kubenat.model.Rule;
import kubenat.model.match.Comment;
import kubenat.model.match.DestinationPort;
import kubenat.model.match.Match;
import kubenat.model.match.Multiport;
import kubenat.model.target.DestinationNat;
import kubenat.model.target.Jump;
import kubenat.model.target.Return;

/** Words for rules that stand in the shadow of others. */
final class Shadowing {
    private static final int MOST_RELATED = 4;

    private Shadowing() {}

    /** What an earlier rule does with packets. */
    static String takes(Rule rule) {
        if (rule.target() instanceof Jump jump) {
            return "ends them all in " + jump.chain();
        }
        return rule.target() instanceof Return
                ? "sends them back"
                : "ends them with " + rule.target().words();
    }

    /** Such as {@code rule 3} or {@code rules 3 and 5 together}. */
    static String rules(List<Rule> by) {
        String numbers =
                by.stream().limit(MOST_RELATED).map(rule -> "" + rule.number()).collect(Collectors.joining(", "));
        return by.size() == 1
                ? "rule " + numbers
                : "rules " + numbers + (by.size() > MOST_RELATED ? ", …" : "") + " together";
    }

    static Finding related(Finding finding, Shadow shadow, Subject subject) {
        Finding now = finding;
        for (Rule rule : shadow.by().stream().limit(MOST_RELATED).toList()) {
            now = now.related(subject.at(rule), takes(rule));
        }
        return now;
    }

    /** Whether all that take the packets do with them what the rule would have done. */
    static boolean doesTheSame(Shadow shadow) {
        return shadow.by().stream()
                .allMatch(rule -> rule.target().equals(shadow.rule().target()));
    }

    /** Whether a rule of a dispatcher leads elsewhere than an earlier one that asks for the same port. */
    static boolean isEntryTwice(Shadow shadow) {
        if (shadow.by().size() != 1
                || !isEntry(shadow.rule())
                || !isEntry(shadow.by().get(0))) {
            return false;
        }
        return !doesTheSame(shadow)
                && conditions(shadow.rule()).equals(conditions(shadow.by().get(0)));
    }

    private static boolean isEntry(Rule rule) {
        boolean leads = rule.target() instanceof Jump || rule.target() instanceof DestinationNat;
        return leads
                && rule.matches().stream()
                        .anyMatch(match -> match instanceof DestinationPort || match instanceof Multiport);
    }

    private static List<Match> conditions(Rule rule) {
        return rule.matches().stream()
                .filter(match -> !(match instanceof Comment))
                .toList();
    }
}
