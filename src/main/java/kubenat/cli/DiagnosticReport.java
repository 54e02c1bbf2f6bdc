package kubenat.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import kubenat.render.DiagnosticGroup;
import kubenat.render.DiagnosticJson;
import kubenat.render.DiagnosticPrinter;
import kubenat.render.Theme;
import kubenat.source.Diagnostic;
import kubenat.source.Severity;
import kubenat.source.SourceText;
import kubenat.source.Span;

/** What was found while dumps were read, each cause once, and how many lines are not understood. */
final class DiagnosticReport {
    /** How findings are written. */
    enum Format {
        TEXT,
        JSON
    }

    private final Collection<SourceText> sources;
    private final Map<String, DiagnosticGroup> groups = new LinkedHashMap<>();
    private long errors;
    private String lastSource = "";
    private int lastLine;

    DiagnosticReport(Collection<SourceText> sources) {
        this.sources = sources;
    }

    void add(Diagnostic found) {
        groups.merge(
                found.source() + "\n" + found.cause(),
                new DiagnosticGroup(found),
                (group, next) -> group.with(next.first()));
        Span span = found.span();
        boolean isSameLine = span.line() == lastLine && found.source().equals(lastSource);
        if (found.severity() == Severity.ERROR && !isSameLine) {
            errors += found.lines();
            lastLine = span.line();
            lastSource = found.source();
        }
    }

    /** Writes the first causes, and how many there are beside them. */
    void print(PrintWriter err, Format format, Theme theme, int most) {
        DiagnosticPrinter printer = new DiagnosticPrinter(sources, theme);
        if (format == Format.JSON) {
            groups.values().forEach(group -> DiagnosticJson.write(group, err));
            return;
        }
        groups.values().stream().limit(most).forEach(group -> err.print(printer.print(group)));
        if (groups.size() > most) {
            err.print("kube-nat: and %,d more causes; --strict shows %d\n"
                    .formatted(groups.size() - most, Dumps.MOST_SHOWN));
        }
    }

    boolean hasErrors() {
        return errors > 0;
    }

    /** Writes how many lines are not understood; {@code complete} if all rules have been read. */
    void summarize(PrintWriter err, Format format, boolean complete) {
        if (format == Format.JSON) {
            DiagnosticJson.writeSummary(errors, lines(), complete, err);
        } else if (hasErrors()) {
            String rest = complete ? "" : ", as far as they have been read; --strict reads all";
            err.print("kube-nat: %s%s\n".formatted(words(), rest));
        }
    }

    /** Such as {@code 3 lines of 93 are not understood}. */
    String words() {
        return errors == 1
                ? "1 line of %,d is not understood".formatted(lines())
                : "%,d lines of %,d are not understood".formatted(errors, lines());
    }

    private long lines() {
        return sources.stream().mapToLong(SourceText::lines).sum();
    }
}
