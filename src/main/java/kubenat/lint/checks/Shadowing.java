package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Collectors;
import kubenat.lint.Finding;
import kubenat.lint.Subject;
import kubenat.lint.space.Shadow;
import kubenat.model.Rule;
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
}
