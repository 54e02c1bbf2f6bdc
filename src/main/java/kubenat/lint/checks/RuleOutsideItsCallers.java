package kubenat.lint.checks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.kube.Owner;
import kubenat.lint.Call;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;

/**
 * IPT034: a rule asks for packets that no rule which leads to its chain lets through. Programs write their chains by one pattern: of
 * Docker's isolation, one network alone needs but half.
 */
final class RuleOutsideItsCallers extends ChainCheck {
    private static final int MOST_RELATED = 4;

    RuleOutsideItsCallers() {
        super("IPT034", Level.WARNING, Interest.inNoHashed());
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return subject.entrances().outside(chain).stream().map(rule -> outside(rule, subject));
    }

    private Finding outside(Rule rule, Subject subject) {
        Finding finding = finding(
                subject.at(rule),
                "rule %d of %s is never met: no packet that comes to the chain is %s"
                        .formatted(rule.number(), rule.chain().name(), rule.words()));
        for (Rule caller : callers(rule.chain(), subject)) {
            finding = finding.related(
                    subject.at(caller),
                    "leads to %s only what is %s".formatted(caller.target().name(), caller.words()));
        }
        Owner owner = Owner.of(rule);
        return owner == Owner.UNKNOWN
                ? finding.withHelp("if it is meant, let such packets come to %s; if not: %s"
                        .formatted(rule.chain().name(), Remedy.delete(subject, rule)))
                : finding.withLevel(Level.INFO)
                        .withHelp("nothing, if %s wrote it: it has one pattern for its chains".formatted(owner));
    }

    /** The rules that lead to a chain, and those that lead to theirs, as far as they ask for anything. */
    private static List<Rule> callers(ChainName chain, Subject subject) {
        Set<ChainName> chains = new LinkedHashSet<>(List.of(chain));
        List<Rule> rules = new ArrayList<>();
        for (Deque<ChainName> next = new ArrayDeque<>(chains); !next.isEmpty() && rules.size() < MOST_RELATED; ) {
            for (Call call : subject.calls().to(next.remove())) {
                subject.ruleset()
                        .chain(call.from())
                        .map(from -> from.rules().get(call.rule() - 1))
                        .filter(caller -> !caller.matches().isEmpty())
                        .ifPresent(rules::add);
                if (chains.add(call.from())) {
                    next.add(call.from());
                }
            }
        }
        return rules.subList(0, Math.min(MOST_RELATED, rules.size()));
    }
}
