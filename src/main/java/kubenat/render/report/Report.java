package kubenat.render.report;

import java.util.List;
import kubenat.lint.LintReport;

/**
 * What the page shows.
 *
 * @param dumps the names of the dumps, as the user gave them
 */
public record Report(List<String> dumps, List<ReportService> services, LintReport lint) {
    public Report {
        dumps = List.copyOf(dumps);
        services = List.copyOf(services);
    }
}
