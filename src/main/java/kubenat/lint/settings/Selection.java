package kubenat.lint.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;

/**
 * Which checks run, and how bad their findings are. Checks that are off run only if selected by their very id or name, or
 * given a level.
 *
 * @param select empty: all
 * @param ignore stronger than {@code select}
 * @param levels the last one that is for a check counts
 */
public record Selection(List<CheckPattern> select, List<CheckPattern> ignore, List<LevelChange> levels) {
    /** All checks that are not off, as they are. */
    public static final Selection ALL = new Selection(List.of(), List.of(), List.of());

    public Selection {
        select = List.copyOf(select);
        ignore = List.copyOf(ignore);
        levels = List.copyOf(levels);
    }

    /** Those of the checks that run. */
    public List<Check> of(List<Check> checks) {
        return checks.stream().filter(this::includes).toList();
    }

    private boolean includes(Check check) {
        boolean named = select.stream().anyMatch(pattern -> pattern.names(check));
        boolean selected = select.isEmpty() || CheckPattern.anyMatches(select, check);
        Level level = change(check).map(LevelChange::level).orElse(check.level());
        return selected && !CheckPattern.anyMatches(ignore, check) && (named || level != Level.OFF);
    }

    private Optional<LevelChange> change(Check check) {
        return levels.stream().filter(each -> each.checks().matches(check)).reduce((first, last) -> last);
    }

    /** The finding at the level that is set for its check; what is only possible stays one level below. */
    public Finding levelled(Finding finding) {
        Optional<Level> set = levels.stream()
                .filter(each -> each.checks().matches(finding))
                .reduce((first, last) -> last)
                .map(LevelChange::level)
                .filter(level -> level != Level.OFF);
        if (set.isPresent()) {
            return finding.withLevel(finding.possible() ? set.get().lower() : set.get());
        }
        return finding.level() == Level.OFF ? finding.withLevel(Level.INFO) : finding;
    }

    /** This one where the other, stronger one says nothing. A selection replaces what was selected and ignored. */
    Selection overriddenBy(Selection other) {
        boolean isNew = !other.select.isEmpty();
        return new Selection(
                isNew ? other.select : select,
                isNew ? other.ignore : joined(ignore, other.ignore),
                joined(levels, other.levels));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
