package kubenat.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kubenat.model.Ruleset;
import kubenat.model.Table;

/** Runs checks over dumps: chain by chain first, so that the rules of a chain are read once for all of them. */
public final class Linter {
    private final List<Check> checks;

    /** The checks to run, in the order of their ids. */
    public Linter(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    /** What they find in these subjects together, such as a node's rules for IPv4 and for IPv6. */
    public LintReport lint(List<Subject> subjects) {
        List<Finding> findings = new ArrayList<>();
        Map<Need, Set<String>> missing = new TreeMap<>();
        Set<String> run = new TreeSet<>();
        Map<Check, List<Subject>> ofNode = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            List<Check> ready = new ArrayList<>();
            for (Check check : checks) {
                List<Need> unmet = check.needs().stream()
                        .filter(need -> !need.isGiven(subject))
                        .toList();
                unmet.forEach(need ->
                        missing.computeIfAbsent(need, none -> new TreeSet<>()).add(check.id()));
                if (unmet.isEmpty()) {
                    ready.add(check);
                    run.add(check.id());
                    ofNode.computeIfAbsent(check, none -> new ArrayList<>()).add(subject);
                }
            }
            lint(subject, ready, findings);
        }
        ofNode.forEach((check, ready) -> check.inNode(ready).forEach(findings::add));
        return new LintReport(sorted(withoutReplaced(findings)), List.of(), notChecked(missing, run), checks);
    }

    /** What they find in each of several nodes, and by comparing these. */
    public LintReport lintEach(List<List<Subject>> nodes) {
        LintReport each = LintReport.of(nodes.stream().map(this::lint).toList());
        List<Finding> findings = new ArrayList<>(each.findings());
        for (Check check : checks) {
            List<Subject> ready = nodes.stream()
                    .flatMap(List::stream)
                    .filter(subject -> check.needs().stream().allMatch(need -> need.isGiven(subject)))
                    .toList();
            check.amongNodes(ready).forEach(findings::add);
        }
        return new LintReport(sorted(findings), each.suppressed(), each.notChecked(), each.checks());
    }

    private static void lint(Subject subject, List<Check> checks, List<Finding> findings) {
        Ruleset ruleset = subject.ruleset();
        findings.addAll(new Diagnosed(checks).findings(ruleset.diagnostics(), Optional.empty()));
        findings.addAll(new ChainPass(subject, checks).findings());
        findings.addAll(inAll(subject, checks));
    }

    /** Each check by one thread: several look at chains that are many, and at others that need tracing. */
    private static List<Finding> inAll(Subject subject, List<Check> checks) {
        int weight = subject.ruleset().tables().stream().mapToInt(Table::size).sum();
        return Portion.done(checks.stream()
                        .map(check ->
                                new Portion<>(weight, () -> check.inAll(subject).toList()))
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** What reading has shown goes without saying where a check says it better on the same line. */
    private List<Finding> withoutReplaced(List<Finding> findings) {
        Set<Said> better = new HashSet<>();
        for (Check check : checks) {
            if (!check.replaces().isEmpty()) {
                findings.stream()
                        .filter(finding -> finding.id().equals(check.id()))
                        .forEach(finding -> check.replaces().forEach(id -> better.add(Said.of(id, finding))));
            }
        }
        return findings.stream()
                .filter(finding -> !better.contains(Said.of(finding.id(), finding)))
                .toList();
    }

    /** That something was found on a line. */
    private record Said(String id, String dump, int line) {
        static Said of(String id, Finding finding) {
            return new Said(id, finding.place().dump(), finding.place().span().line());
        }
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream().distinct().sorted(Finding.BY_PLACE).toList();
    }

    /** A check that had what it needs for one subject was run. */
    private static List<NotChecked> notChecked(Map<Need, Set<String>> missing, Set<String> run) {
        List<NotChecked> all = new ArrayList<>();
        missing.forEach((need, ids) -> {
            List<String> never = ids.stream().filter(id -> !run.contains(id)).toList();
            if (!never.isEmpty()) {
                all.add(new NotChecked(need, never));
            }
        });
        return all;
    }
}
