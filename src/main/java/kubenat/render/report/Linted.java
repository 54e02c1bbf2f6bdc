package kubenat.render.report;

import java.util.List;
import java.util.Optional;
import kubenat.kube.Surroundings;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Linter;
import kubenat.lint.Subject;
import kubenat.lint.checks.Checks;
import kubenat.model.Chain;
import kubenat.model.Ruleset;
import kubenat.model.Table;

/** What lint finds in a ruleset; it looks when it is first asked, and once for all pages of that ruleset. */
public final class Linted {
    /** More rules than these are not linted for a page of one answer or of some chains. */
    private static final int CHEAP = 50_000;

    private final Ruleset ruleset;
    private Optional<List<Finding>> findings = Optional.empty();
    private Optional<Concerns> concerns = Optional.empty();

    public Linted(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    Ruleset ruleset() {
        return ruleset;
    }

    /** All findings; none where there are too many rules to look at. */
    List<Finding> findings() {
        if (findings.isEmpty()) {
            findings = Optional.of(isSmall() ? look() : List.of());
        }
        return findings.get();
    }

    /** Which of them concern what. */
    Concerns concerns() {
        if (concerns.isEmpty()) {
            concerns = Optional.of(new Concerns(findings()));
        }
        return concerns.get();
    }

    /** How many checks were made. */
    int checks() {
        return isSmall() ? checked().size() : 0;
    }

    /** What the page says where nothing was looked for. */
    List<String> left() {
        return isSmall()
                ? List.of()
                : List.of("not linted for this page, as there are more than %,d rules: kube-nat lint does it"
                        .formatted(CHEAP));
    }

    private boolean isSmall() {
        long rules = ruleset.tables().stream()
                .flatMap(Table::chains)
                .mapToLong(Chain::size)
                .sum();
        return rules <= CHEAP;
    }

    private List<Finding> look() {
        return new Linter(checked())
                .lint(List.of(new Subject(ruleset, Surroundings.UNKNOWN)))
                .findings();
    }

    private static List<Check> checked() {
        return Checks.ALL.stream().filter(check -> check.level() != Level.OFF).toList();
    }
}
