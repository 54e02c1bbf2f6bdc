package kubenat.lint.settings;

import java.util.Locale;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.LintReport;

/** From which level on findings make the exit code 1. */
public enum FailOn {
    ERROR,
    WARNING,
    INFO,
    NEVER;

    public boolean fails(LintReport report) {
        return report.findings().stream().anyMatch(this::fails);
    }

    public boolean fails(Finding finding) {
        return this != NEVER && finding.level().isAtLeast(Level.valueOf(name()));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
