package kubenat.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kubenat.lint.LintReport;
import kubenat.lint.Subject;
import kubenat.lint.settings.Baseline;
import kubenat.lint.settings.Configuration;
import kubenat.lint.settings.FailOn;
import kubenat.lint.settings.Linting;
import kubenat.render.lint.BaselineJson;
import kubenat.source.SourceText;

/**
 * All settings of one run of lint.
 *
 * @param source the configuration file, for findings that point into it
 * @param known the file of the baseline
 * @param written where a new baseline goes
 */
record LintSettings(
        Configuration configuration,
        Optional<SourceText> source,
        Optional<Path> known,
        Baseline baseline,
        Optional<Path> written) {

    FailOn failOn() {
        return configuration.failOn().orElse(FailOn.WARNING);
    }

    /** Runs lint; says what is to be said of the baseline. */
    LintReport lint(List<List<Subject>> nodes, Collection<SourceText> sources, Streams streams) {
        LintReport report = Linting.report(nodes, sources, configuration);
        if (written.isPresent()) {
            return written(report, written.get(), streams);
        }
        Baseline.Applied applied = baseline.applied(report);
        if (applied.gone() > 0) {
            String file = known.map(Path::toString).orElse("");
            streams.err()
                    .print("kube-nat: baseline %s: %s no longer there; --write-baseline %s makes it anew\n"
                            .formatted(file, counted(applied.gone()), file));
        }
        return applied.report();
    }

    /** The new baseline holds what is left now, so that nothing of it is left in the report. */
    private static LintReport written(LintReport report, Path file, Streams streams) {
        Baseline now = Baseline.of(report.findings());
        OutputFile.write(file, out -> BaselineJson.write(now, out));
        streams.err()
                .print("kube-nat: baseline %s: %s\n"
                        .formatted(file, counted(report.findings().size())));
        return now.applied(report).report();
    }

    private static String counted(int findings) {
        return findings == 1 ? "1 finding" : "%,d findings".formatted(findings);
    }
}
