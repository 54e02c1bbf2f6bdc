package kubenat.render.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kubenat.kube.Owner;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.render.Spot;
import kubenat.trace.Step;

/** Where rules stand in the dumps: by line alone where there is one dump, with its name where there are several. */
final class Places {
    private final Ruleset ruleset;
    private final boolean isOneDump;

    Places(Ruleset ruleset) {
        this.ruleset = ruleset;
        this.isOneDump = ruleset.tables().stream().map(Table::dump).distinct().count() <= 1;
    }

    /** {@code line 84}, or {@code node1.rules:84}. */
    String line(Rule rule) {
        return isOneDump
                ? "line " + rule.line()
                : ruleset.table(rule.chain().table()).map(Table::dump).orElse("") + ":" + rule.line();
    }

    /** The line of a dump that a rule is. */
    Optional<Spot> spot(Rule rule) {
        return ruleset.table(rule.chain().table()).map(table -> new Spot(table.dump(), rule.line()));
    }

    /** {@code line 84, 58}, for rules that are shown as one. */
    String lines(List<Rule> rules) {
        String more = rules.stream().skip(1).map(rule -> ", " + rule.line()).collect(Collectors.joining());
        return line(rules.get(0)) + more;
    }

    /** {@code nat KUBE-SEP-X rule 2, line 58 (Docker)}, or {@code the policy of filter FORWARD}. */
    String of(Step step) {
        Optional<Rule> rule = step.rule();
        return rule.map(r -> r.place() + ", " + line(r) + owner(r))
                .orElse((step.kind() == Step.Kind.POLICY ? "the policy of " : "the end of ") + step.chain());
    }

    private static String owner(Rule rule) {
        Owner owner = Owner.of(rule);
        return owner.isForeign() ? " (" + owner + ")" : "";
    }
}
