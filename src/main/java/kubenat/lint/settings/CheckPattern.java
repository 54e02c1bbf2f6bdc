package kubenat.lint.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.source.EditDistance;

/**
 * Which checks somebody means: an id or its beginning ({@code IPT004}, {@code KN}), a name ({@code jump-cycle}), or either with
 * {@code *} and {@code ?}. The case of letters does not count.
 */
public record CheckPattern(String text) {
    private static final int MAX_EDITS = 2;

    public boolean matches(Check check) {
        return matches(check.id(), check.name());
    }

    boolean matches(Finding finding) {
        return matches(finding.id(), finding.name());
    }

    /** Whether it is this check and no other that is meant. */
    boolean names(Check check) {
        return text.equalsIgnoreCase(check.id()) || text.equalsIgnoreCase(check.name());
    }

    private boolean matches(String id, String name) {
        Glob glob = new Glob(text).lowerCase();
        String lowerId = id.toLowerCase(Locale.ROOT);
        return glob.hasWildcards()
                ? glob.matches(lowerId) || glob.matches(name)
                : !text.isEmpty() && lowerId.startsWith(glob.text())
                        || glob.text().equals(name);
    }

    static boolean anyMatches(List<CheckPattern> patterns, Check check) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(check));
    }

    /** Whether any of these checks is meant. */
    public boolean isKnown(List<Check> all) {
        return all.stream().anyMatch(this::matches);
    }

    /** What may have been meant where no check is: {@code did you mean IPT001?}, or where to look. */
    public String hint(List<Check> all) {
        String asked = text.toLowerCase(Locale.ROOT);
        return all.stream()
                .flatMap(check -> Stream.of(check.id(), check.name()))
                .filter(known -> distance(asked, known) <= MAX_EDITS)
                .min((a, b) -> Integer.compare(distance(asked, a), distance(asked, b)))
                .map("did you mean %s?"::formatted)
                .orElse("kube-nat checks lists them all");
    }

    private static int distance(String asked, String known) {
        return EditDistance.between(asked, known.toLowerCase(Locale.ROOT));
    }

    /** What an input must hold for the patterns in it to be of use; empty if each means a check. */
    static Optional<CheckPattern> unknown(List<CheckPattern> patterns, List<Check> all) {
        return patterns.stream().filter(pattern -> !pattern.isKnown(all)).findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
