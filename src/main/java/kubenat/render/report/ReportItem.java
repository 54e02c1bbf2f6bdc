package kubenat.render.report;

import java.util.List;
import java.util.Optional;

/**
 * What a reader of the page chooses: a Service port, a chain, or the one answer that the page is about.
 *
 * @param chain the first chain of its own
 * @param addresses where it is reached, or what else it is found by
 * @param endpoints the first of its endpoints
 * @param views its paths: one for each address, and for sources that fare differently
 * @param chains the rules of its chains, and of others those that its packets meet
 * @param callers the chains that lead to it
 * @param findings the numbers of the findings that concern it, from 0
 * @param text the whole answer in words; empty where nobody asked for it
 */
public record ReportItem(
        String name,
        Optional<String> chain,
        Optional<String> protocol,
        List<String> addresses,
        List<String> endpoints,
        int endpointCount,
        List<String> facts,
        List<ReportView> views,
        List<ReportChain> chains,
        List<String> callers,
        List<Integer> findings,
        String text) {
    public ReportItem {
        addresses = List.copyOf(addresses);
        endpoints = List.copyOf(endpoints);
        facts = List.copyOf(facts);
        views = List.copyOf(views);
        chains = List.copyOf(chains);
        callers = List.copyOf(callers);
        findings = List.copyOf(findings);
    }
}
