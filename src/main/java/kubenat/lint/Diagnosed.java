package kubenat.lint;

import java.util.List;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.source.Diagnostic;

/** What reading a dump has shown, as findings of the checks that look for it. */
record Diagnosed(List<Check> checks) {
    Diagnosed {
        checks = List.copyOf(checks);
    }

    /** What these say, in order; of those that no check looks for nothing is said. */
    List<Finding> findings(List<Diagnostic> diagnostics, Optional<ChainName> chain) {
        return diagnostics.isEmpty()
                ? List.of()
                : diagnostics.stream()
                        .flatMap(diagnostic -> checks.stream()
                                .filter(check -> check.id().equals(diagnostic.id()))
                                .map(check -> Finding.of(check, diagnostic, chain)))
                        .toList();
    }
}
