package kubenat.lint;

import java.util.List;

/**
 * What the checks say of a dump.
 *
 * @param findings by place
 * @param suppressed what is found too, and nobody wants to hear of; by place
 * @param notChecked what was not looked for, and why
 * @param checks what was asked for, in the order of their ids
 */
public record LintReport(
        List<Finding> findings, List<Suppressed> suppressed, List<NotChecked> notChecked, List<Check> checks) {
    public LintReport {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        notChecked = List.copyOf(notChecked);
        checks = List.copyOf(checks);
    }

    public long count(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    /** The checks that could decide something, and did. */
    public List<Check> run() {
        return checks.stream()
                .filter(check -> notChecked.stream().noneMatch(not -> not.ids().contains(check.id())))
                .toList();
    }
}
