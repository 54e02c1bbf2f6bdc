package kubenat.render.lint;

import kubenat.lint.Level;
import kubenat.lint.LintReport;
import kubenat.lint.NotChecked;
import kubenat.render.Theme;

/** The end of a report for people: what was not checked, and the sum. */
final class ReportSummary {
    private ReportSummary() {}

    static String of(LintReport report, Theme theme) {
        StringBuilder text = new StringBuilder();
        for (NotChecked not : report.notChecked()) {
            text.append(theme.paint(
                    Theme.Role.QUIET,
                    "not checked: %s: needs %s\n".formatted(String.join(" ", not.ids()), not.needs())));
        }
        return text.append(theme.paint(Theme.Role.STRONG, sum(report))).toString();
    }

    private static String sum(LintReport report) {
        String suppressed = report.suppressed().isEmpty()
                ? ""
                : ", %,d suppressed".formatted(report.suppressed().size());
        return "%s, %s, %s%s; %s run\n"
                .formatted(
                        counted(report.count(Level.ERROR), "error"),
                        counted(report.count(Level.WARNING), "warning"),
                        counted(report.count(Level.INFO), "info"),
                        suppressed,
                        counted(report.run().size(), "check"));
    }

    private static String counted(long count, String what) {
        return "%,d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }
}
