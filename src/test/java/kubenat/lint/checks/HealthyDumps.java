package kubenat.lint.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kubenat.kube.Surroundings;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Linter;
import kubenat.lint.Subject;
import kubenat.model.TableName;
import kubenat.parse.DumpReader;
import kubenat.source.DumpException;
import kubenat.source.SourceReader;
import kubenat.source.SourceText;

/** What checks say of whole dumps. */
final class HealthyDumps {
    private HealthyDumps() {}

    /** The errors and warnings that checks of kube-proxy's rules find. */
    static List<String> complaints(SourceText dump) {
        return findings(dump).stream()
                .filter(finding -> finding.level().isAtLeast(Level.WARNING))
                .map(Finding::toString)
                .toList();
    }

    /** What checks of kube-proxy's rules find. */
    static List<Finding> findings(SourceText dump) {
        try {
            List<Subject> subjects = new DumpReader(TableName.NAT)
                    .readAll(List.of(dump)).stream()
                            .map(ruleset -> new Subject(ruleset, Surroundings.UNKNOWN))
                            .toList();
            return new Linter(KubeProxyChecks.ALL)
                    .lint(subjects).findings().stream()
                            .filter(finding -> finding.id().startsWith("KN"))
                            .toList();
        } catch (DumpException noDump) {
            throw new IllegalArgumentException(dump + ": " + noDump.getMessage(), noDump);
        }
    }

    static SourceText read(Path file) {
        try {
            return new SourceReader(InputStream.nullInputStream()).read(file.toString());
        } catch (DumpException noDump) {
            throw new IllegalArgumentException(file + ": " + noDump.getMessage(), noDump);
        }
    }

    /** The files of a folder with this ending, sorted. */
    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
