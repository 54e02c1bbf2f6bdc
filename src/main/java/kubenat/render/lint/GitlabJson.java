package kubenat.render.lint;

import java.io.Writer;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.LintReport;
import kubenat.render.JsonOutput;

/** Writes a report as GitLab's Code Quality JSON: a merge request then shows what is new in it. */
public final class GitlabJson {
    private GitlabJson() {}

    public static void write(LintReport report, Writer out) {
        FingerprintHashes hashes = new FingerprintHashes();
        JsonOutput.array(out, report.findings(), (json, finding) -> write(finding, hashes, json));
    }

    private static void write(Finding finding, FingerprintHashes hashes, JsonOutput json) {
        String help = finding.help().map(text -> "; " + text).orElse("");
        json.text("description", finding.message() + help);
        json.text("check_name", finding.id() + " " + finding.name());
        json.text("fingerprint", hashes.next(finding));
        json.text("severity", severity(finding.level()));
        json.object("location", self -> {
            json.text("path", DumpUri.relative(finding.place().dump()));
            json.object(
                    "lines",
                    lines -> json.number("begin", finding.place().span().line()));
        });
    }

    /** One of info, minor, major, critical and blocker. */
    private static String severity(Level level) {
        return switch (level) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case INFO, OFF -> "info";
        };
    }
}
