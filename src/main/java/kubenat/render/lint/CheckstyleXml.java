package kubenat.render.lint;

import static kubenat.render.picture.Xml.escaped;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.LintReport;
import kubenat.source.Span;

/** Writes a report as Checkstyle's XML, which many CI servers and editors read. */
public final class CheckstyleXml {
    private CheckstyleXml() {}

    public static void write(LintReport report, PrintWriter out) {
        Map<String, List<Finding>> files = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            files.computeIfAbsent(finding.place().dump(), none -> new ArrayList<>())
                    .add(finding);
        }
        out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"10.0\">\n");
        files.forEach((file, findings) -> {
            out.print("  <file name=\"%s\">\n".formatted(escaped(file)));
            findings.forEach(finding -> out.print(error(finding)));
            out.print("  </file>\n");
        });
        out.print("</checkstyle>\n");
    }

    private static String error(Finding finding) {
        Span span = finding.place().span();
        String help = finding.help().map(text -> "; " + text).orElse("");
        return "    <error line=\"%d\" column=\"%d\" severity=\"%s\" message=\"%s\" source=\"kube-nat.%s\"/>\n"
                .formatted(
                        span.line(),
                        span.column(),
                        finding.level() == Level.OFF ? Level.INFO : finding.level(),
                        escaped(finding.message() + help),
                        escaped(finding.id()));
    }
}
