package kubenat.lint.settings;

import java.util.List;
import java.util.Optional;
import kubenat.lint.Finding;
import kubenat.lint.Place;
import kubenat.lint.Suppressed;

/**
 * Somebody's word that findings of some checks are to be left out somewhere.
 *
 * @param place where that is said
 * @param by in what kind of text
 */
public record Ignore(Place place, Suppressed.By by, Scope scope, List<CheckPattern> checks, Optional<String> reason) {
    public Ignore {
        checks = List.copyOf(checks);
    }

    /** The patterns that this finding is left out by. */
    List<CheckPattern> covering(Finding finding) {
        return scope.covers(finding.place())
                ? checks.stream().filter(check -> check.matches(finding)).toList()
                : List.of();
    }
}
