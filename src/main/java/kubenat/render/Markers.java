package kubenat.render;

import java.util.ArrayList;
import java.util.List;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.match.MarkMatch;
import kubenat.model.target.MarkTarget;

/** The rules of a dump that set marks; looked for when a rule is met that asks for one. */
final class Markers {
    private static final int NAMED = 2;

    private final Ruleset ruleset;
    private final List<Rule> marking = new ArrayList<>();
    private boolean isRead;

    Markers(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    /** {@code  (nat KUBE-MARK-MASQ rule 1 sets it, line 43)}, or that no rule does. */
    String words(MarkMatch match) {
        List<Rule> setting = marking().stream()
                .filter(rule -> sets((MarkTarget) rule.target(), match))
                .toList();
        List<String> named = setting.stream()
                .limit(NAMED)
                .map(rule -> rule.place() + ", line " + rule.line())
                .toList();
        int more = setting.size() - named.size();
        return setting.isEmpty()
                ? " (no MARK rule of the dump sets it)"
                : " (set by %s%s)"
                        .formatted(String.join(" and ", named), more > 0 ? " and %,d more".formatted(more) : "");
    }

    private List<Rule> marking() {
        if (!isRead) {
            isRead = true;
            ruleset.tables().stream()
                    .flatMap(table -> table.chains())
                    .flatMap(chain -> chain.rulesWith("MARK").stream())
                    .filter(rule -> rule.target() instanceof MarkTarget)
                    .forEach(marking::add);
        }
        return marking;
    }

    /** Whether the bits are surely there after it, those that the match asks for or asks to be none. */
    private static boolean sets(MarkTarget target, MarkMatch match) {
        return match.value() == 0
                ? (target.value() & match.mask()) != 0
                : (target.mask() & match.mask()) == match.mask() && (target.value() & match.mask()) == match.value();
    }
}
