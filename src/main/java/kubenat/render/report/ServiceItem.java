package kubenat.render.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kubenat.kube.Endpoint;
import kubenat.kube.Service;
import kubenat.render.services.CountedText;

/** A Service port as an item of the page. */
final class ServiceItem {
    /** Endpoints whose addresses are found by searching. */
    private static final int MOST_ADDRESSES = 50;

    private ServiceItem() {}

    static ReportItem of(Service service, List<ReportView> views, List<ReportChain> chains, List<Integer> findings) {
        return new ReportItem(
                service.label(),
                service.chain(),
                service.protocol().map(Object::toString),
                service.entries().stream()
                        .map(entry -> entry.kind() + " " + entry.place())
                        .toList(),
                service.endpoints().stream()
                        .limit(MOST_ADDRESSES)
                        .map(Endpoint::words)
                        .toList(),
                service.endpoints().size(),
                facts(service),
                views,
                chains,
                List.of(),
                findings,
                "");
    }

    private static List<String> facts(Service service) {
        List<String> facts = new ArrayList<>();
        if (service.affinitySeconds() > 0) {
            facts.add("a client is sent to the same endpoint for " + service.affinitySeconds() + " s");
        }
        String refused = service.entries().stream()
                .flatMap(entry -> entry.refused().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!refused.isEmpty()) {
            facts.add("refused: " + refused);
        }
        facts.addAll(CountedText.of(service));
        facts.addAll(service.notes());
        return facts;
    }
}
