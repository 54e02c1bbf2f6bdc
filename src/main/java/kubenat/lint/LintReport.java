package kubenat.lint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

    /** What is said of several nodes, with the same checks: what could not be checked on one of them is not checked. */
    public static LintReport of(List<LintReport> nodes) {
        Map<Need, Set<String>> missing = new TreeMap<>();
        nodes.stream()
                .flatMap(node -> node.notChecked.stream())
                .forEach(not -> missing.computeIfAbsent(not.needs(), none -> new TreeSet<>())
                        .addAll(not.ids()));
        return new LintReport(
                nodes.stream()
                        .flatMap(node -> node.findings.stream())
                        .sorted(Finding.BY_PLACE)
                        .toList(),
                nodes.stream().flatMap(node -> node.suppressed.stream()).toList(),
                missing.entrySet().stream()
                        .map(entry -> new NotChecked(entry.getKey(), List.copyOf(entry.getValue())))
                        .toList(),
                nodes.get(0).checks);
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
