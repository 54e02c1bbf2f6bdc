package kubenat.kube;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.model.packet.Condition;
import kubenat.model.target.UnmodelledTarget;
import kubenat.source.Diagnostic;
import kubenat.trace.Outcome;
import kubenat.trace.Step;
import kubenat.trace.Verdict;

/** What an answer leaves out: conditions that are not modelled, tables and lines that the dump lacks. */
final class Gaps {
    private Gaps() {}

    /** Conditions and targets on the way that are not modelled, word for word. */
    static List<String> unmodelled(List<Outcome> outcomes) {
        Set<String> texts = new LinkedHashSet<>();
        for (Outcome outcome : outcomes) {
            outcome.when().stream()
                    .filter(condition -> condition.field().equals("unmodelled"))
                    .map(Condition::value)
                    .forEach(texts::add);
            outcome.decidedBy()
                    .flatMap(Step::rule)
                    .map(Rule::target)
                    .filter(UnmodelledTarget.class::isInstance)
                    .ifPresent(target -> texts.add(target.words()));
        }
        return new ArrayList<>(texts);
    }

    /** What the dump lacks, as far as this answer rests on it. */
    static List<String> incomplete(Ruleset ruleset, List<Chain> asked, List<Outcome> outcomes) {
        Set<String> gaps = new LinkedHashSet<>(ruleset.incomplete());
        if (ruleset.table(TableName.NAT).isEmpty()) {
            gaps.add("the dump has no nat table: whether addresses are translated is not known");
        }
        if (ruleset.table(TableName.FILTER).isEmpty()) {
            gaps.add("the dump has no filter table: whether packets are dropped later is not known");
        }
        for (Chain chain : asked) {
            for (Diagnostic diagnostic : chain.diagnosticsSoFar()) {
                gaps.add(chain.name() + ", line " + diagnostic.span().line() + ": " + diagnostic.message());
            }
        }
        outcomes.stream()
                .filter(outcome -> outcome.verdict() == Verdict.UNKNOWN)
                .forEach(outcome ->
                        gaps.add(outcome.why() + cutName(ruleset, outcome).orElse("")));
        return new ArrayList<>(gaps);
    }

    /** What the dump lacks, as far as a list of Services rests on it. */
    static List<String> incomplete(Ruleset ruleset) {
        List<String> gaps = new ArrayList<>(ruleset.incomplete());
        if (ruleset.table(TableName.NAT).isEmpty()) {
            gaps.add("the dump has no nat table: Services with endpoints are not in it");
        } else if (ruleset.table(TableName.FILTER).isEmpty()) {
            gaps.add("the dump has no filter table: Services without endpoints, and what is refused, are not in it");
        }
        return gaps;
    }

    private static Optional<String> cutName(Ruleset ruleset, Outcome outcome) {
        return outcome.decidedBy()
                .flatMap(Step::rule)
                .flatMap(rule -> ruleset.table(rule.chain().table())
                        .filter(table -> table.chain(rule.target().name()).isEmpty())
                        .flatMap(table -> CutNames.repair(table, rule.target().name()))
                        .map(name -> "; the line looks cut short: " + name + " is declared"));
    }
}
