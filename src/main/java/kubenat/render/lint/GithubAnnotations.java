package kubenat.render.lint;

import java.io.PrintWriter;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.LintReport;
import kubenat.render.Theme;
import kubenat.source.Span;

/**
 * Writes a report as workflow commands of GitHub Actions, which become annotations of the lines, and the sum for who reads the
 * log. Escapes are those of @actions/core 1.10: data and properties have different ones.
 */
public final class GithubAnnotations {
    private GithubAnnotations() {}

    public static void write(LintReport report, PrintWriter out) {
        report.findings().forEach(finding -> out.print(annotation(finding)));
        out.print(ReportSummary.of(report, Theme.PLAIN));
    }

    private static String annotation(Finding finding) {
        Span span = finding.place().span();
        String end = span.length() == 0 ? "" : ",endColumn=" + (span.column() + span.length());
        String help = finding.help().map(text -> "\nhelp: " + text).orElse("");
        return "::%s file=%s,line=%d,endLine=%d,col=%d%s,title=%s::%s\n"
                .formatted(
                        command(finding.level()),
                        property(DumpUri.relative(finding.place().dump())),
                        span.line(),
                        span.line(),
                        span.column(),
                        end,
                        property(finding.id() + " " + finding.name()),
                        data(finding.message() + help));
    }

    private static String command(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO, OFF -> "notice";
        };
    }

    private static String data(String text) {
        return Theme.PLAIN.plain(text).replace("%", "%25").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
