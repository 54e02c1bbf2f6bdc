package kubenat.lint.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Suppressed;
import kubenat.lint.checks.Checks;

/** Takes out the findings that comments and configuration leave out, and finds what is wrong with the words that say so. */
final class Suppressions {
    private final List<Ignore> ignores;
    private final Map<Ignore, Set<CheckPattern>> used = new LinkedHashMap<>();
    private final Map<Ignore, Finding> errors = new LinkedHashMap<>();
    private final List<Finding> left = new ArrayList<>();
    private final List<Suppressed> suppressed = new ArrayList<>();

    Suppressions(List<Ignore> ignores) {
        this.ignores = List.copyOf(ignores);
    }

    void add(Finding finding) {
        Optional<Ignore> first = Optional.empty();
        for (Ignore ignore : ignores) {
            List<CheckPattern> covering = ignore.covering(finding);
            if (!covering.isEmpty()) {
                used.computeIfAbsent(ignore, none -> new LinkedHashSet<>()).addAll(covering);
                first = first.or(() -> Optional.of(ignore));
            }
        }
        if (first.isPresent()) {
            ignored(finding, first.get());
        } else {
            left.add(finding);
        }
    }

    private void ignored(Finding finding, Ignore ignore) {
        if (finding.level() == Level.ERROR) {
            errors.putIfAbsent(ignore, finding);
        }
        suppressed.add(new Suppressed(finding, ignore.by(), ignore.reason()));
    }

    /** The findings that stay. */
    List<Finding> left() {
        return left;
    }

    List<Suppressed> suppressed() {
        return suppressed;
    }

    /** Errors that are left out and nobody says why, and comments that leave out nothing. */
    Stream<Finding> problems(Set<String> run) {
        return Stream.concat(
                errors.entrySet().stream()
                        .filter(error -> error.getKey().reason().isEmpty())
                        .map(error -> withoutReason(error.getKey(), error.getValue())),
                ignores.stream()
                        .filter(ignore -> ignore.by() == Suppressed.By.COMMENT)
                        .flatMap(ignore -> unused(ignore, run)));
    }

    private static Finding withoutReason(Ignore ignore, Finding error) {
        String message = "%s is an error, and is left out without a reason".formatted(error.id());
        return Checks.IGNORE_WITHOUT_REASON
                .finding(ignore.place(), message)
                .withHelp("say why: ignore=%s REASON in a dump, reason: in a configuration file".formatted(error.id()))
                .related(error.place(), "has it: " + error.message());
    }

    /** The configuration may be for many dumps, of which one has nothing to leave out; a comment is for its own dump. */
    private Stream<Finding> unused(Ignore ignore, Set<String> run) {
        Set<CheckPattern> met = used.getOrDefault(ignore, Set.of());
        return ignore.checks().stream()
                .filter(pattern -> !met.contains(pattern) && isDecided(pattern, run))
                .map(pattern -> Checks.IGNORE_OF_NOTHING
                        .finding(
                                ignore.place(),
                                "%s is not found here: the comment leaves out nothing".formatted(pattern))
                        .withHelp("remove it; it is about the next line that is no comment"));
    }

    /** Whether all checks that are meant were run, so that there surely is no finding. */
    private static boolean isDecided(CheckPattern pattern, Set<String> run) {
        List<Check> meant = Checks.ALL.stream().filter(pattern::matches).toList();
        return !meant.isEmpty() && meant.stream().allMatch(check -> run.contains(check.id()));
    }
}
