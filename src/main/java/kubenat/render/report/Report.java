package kubenat.render.report;

import java.util.List;
import java.util.Locale;
import kubenat.lint.Finding;
import kubenat.lint.NotChecked;

/**
 * What a page shows.
 *
 * @param title the names of the dumps as the user gave them, or what was asked
 * @param dumps the dumps, as a command line has them
 * @param checks how many checks were made; 0 if nobody looked for anything
 * @param picture of all items together; empty for none
 */
public record Report(
        Kind kind,
        String title,
        String dumps,
        List<ReportItem> items,
        int checks,
        List<Finding> findings,
        List<NotChecked> notChecked,
        String picture) {
    /** What the page is about. */
    public enum Kind {
        /** All Services of dumps. */
        REPORT,
        /** One answer about one packet. */
        ANSWER,
        /** Chains, and which leads to which. */
        CHAINS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Report {
        items = List.copyOf(items);
        findings = List.copyOf(findings);
        notChecked = List.copyOf(notChecked);
    }
}
