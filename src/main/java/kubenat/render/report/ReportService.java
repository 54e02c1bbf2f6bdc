package kubenat.render.report;

import java.util.List;
import kubenat.kube.Service;

/**
 * A Service port with all that the page shows of it.
 *
 * @param views its paths: one for each address, and for sources that fare differently
 * @param chains the rules of its chains, and of others those that its packets meet
 * @param findings the numbers of the findings that concern it, from 0
 */
public record ReportService(Service service, List<ReportView> views, List<ReportChain> chains, List<Integer> findings) {
    public ReportService {
        views = List.copyOf(views);
        chains = List.copyOf(chains);
        findings = List.copyOf(findings);
    }
}
