package kubenat.kube;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.TableName;
import kubenat.model.packet.Condition;
import kubenat.model.target.UnmodelledTarget;
import kubenat.source.Diagnostic;
import kubenat.source.Severity;
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
        notUnderstood(ruleset).ifPresent(gaps::add);
        return gaps;
    }

    /** How many lines that have been read so far are not understood. */
    private static Optional<String> notUnderstood(Ruleset ruleset) {
        Stream<Diagnostic> inChains =
                ruleset.tables().stream().flatMap(Table::chains).flatMap(chain -> chain.diagnosticsSoFar().stream());
        List<Diagnostic> errors = Stream.concat(ruleset.diagnostics().stream(), inChains)
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
        long lines = errors.stream()
                .collect(Collectors.toMap(each -> each.span().line(), Diagnostic::lines, Math::max))
                .values()
                .stream()
                .mapToLong(Number::longValue)
                .sum();
        return errors.stream()
                .min(Comparator.comparingInt(each -> each.span().line()))
                .map(first -> "%s not understood, %s %d: %s"
                        .formatted(
                                lines == 1 ? "1 line is" : "%,d lines are".formatted(lines),
                                lines == 1 ? "line" : "the first is line",
                                first.span().line(),
                                first.message()));
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
