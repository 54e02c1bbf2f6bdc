package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.TableName;

/**
 * Judges findings that something is missing: it may be missing in the dump alone. People paste pieces, kube-proxy's own input
 * for iptables-restore has no rules in built-in chains, and dumps are cut.
 */
final class Wholeness {
    /** Lines that are not understood, and what a dump says of being cut (docs of syntax findings). */
    private static final Set<String> DOUBTS = Set.of("SYN001", "SYN008");

    private Wholeness() {}

    /** The finding as far as the table in question is whole: as it is, possible only, worth knowing only, or none. */
    static Optional<Finding> judge(Subject subject, TableName table, Finding finding) {
        List<Chain> builtIn = builtIn(subject, table);
        if (builtIn.isEmpty()) {
            return Optional.empty();
        }
        if (builtIn.stream().allMatch(chain -> chain.size() == 0)) {
            return Optional.of(finding.onlyPossible().withLevel(Level.INFO));
        }
        return Optional.of(doubt(subject, finding));
    }

    /** The finding, possible only if the dump is cut or holds lines that are not understood. */
    static Finding doubt(Subject subject, Finding finding) {
        boolean doubtful =
                subject.ruleset().diagnostics().stream().anyMatch(diagnostic -> DOUBTS.contains(diagnostic.id()));
        return doubtful ? finding.onlyPossible() : finding;
    }

    /** The same for what a chain lacks: of a chain that the dump does not declare, other rules may have been left out. */
    static Finding doubt(Subject subject, Chain chain, Finding finding) {
        return chain.declared() ? doubt(subject, finding) : finding.onlyPossible();
    }

    private static List<Chain> builtIn(Subject subject, TableName table) {
        return subject.ruleset()
                .table(table)
                .map(found -> found.chains()
                        .filter(chain -> chain.policy().isPresent())
                        .toList())
                .orElse(List.of());
    }
}
