package kubenat.lint;

import java.util.List;

/**
 * What the checks say of a dump.
 *
 * @param findings by place
 * @param notChecked what was not looked for, and why
 * @param checks how many checks were run
 */
public record LintReport(List<Finding> findings, List<NotChecked> notChecked, int checks) {
    public LintReport {
        findings = List.copyOf(findings);
        notChecked = List.copyOf(notChecked);
    }

    public long count(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    /** Whether there is a finding as bad as this or worse. */
    public boolean hasAtLeast(Level level) {
        return findings.stream().anyMatch(finding -> finding.level().isAtLeast(level));
    }
}
