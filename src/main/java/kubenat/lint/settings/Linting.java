package kubenat.lint.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.LintReport;
import kubenat.lint.Linter;
import kubenat.lint.Subject;
import kubenat.lint.checks.Checks;
import kubenat.source.SourceText;

/** Runs the checks that are selected, and reports what they find as the configuration and the comments in dumps want it. */
public final class Linting {
    private final List<Ignore> ignores = new ArrayList<>();
    private final List<Finding> problems = new ArrayList<>();
    private final Selection selection;

    private Linting(Configuration configuration) {
        this.selection = configuration.selection();
    }

    /** What is found in each node's dumps. {@code sources} are all dumps as text, for the comments in them. */
    public static LintReport report(
            List<List<Subject>> nodes, Collection<SourceText> sources, Configuration configuration) {
        Linting linting = new Linting(configuration);
        sources.forEach(linting::comments);
        linting.ignores.addAll(configuration.suppress());
        Linter linter = new Linter(linting.selection.of(Checks.ALL));
        return linting.settled(linter.lintEach(nodes));
    }

    private void comments(SourceText source) {
        IgnoreComments comments = IgnoreComments.in(source);
        ignores.addAll(comments.ignores());
        problems.addAll(comments.problems());
    }

    private LintReport settled(LintReport raw) {
        Suppressions suppressions = new Suppressions(ignores);
        raw.findings().stream().map(selection::levelled).forEach(suppressions::add);
        Set<String> run = raw.run().stream().map(Check::id).collect(Collectors.toSet());
        Stream<Finding> wanted = Stream.concat(problems.stream(), suppressions.problems(run))
                .filter(problem -> run.contains(problem.id()))
                .map(selection::levelled);
        List<Finding> findings = Stream.concat(suppressions.left().stream(), wanted)
                .sorted(Finding.BY_PLACE)
                .toList();
        return new LintReport(findings, suppressions.suppressed(), raw.notChecked(), raw.checks());
    }
}
