package kubenat.kube;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A Service port in one line, for tests to compare. */
final class ServiceWords {
    private ServiceWords() {}

    static String of(Service service) {
        return service.label()
                + service.protocol().map(protocol -> " " + protocol).orElse("")
                + " " + service.proof()
                + " | "
                + service.entries().stream().map(entry -> of(service, entry)).collect(Collectors.joining(", "))
                + " | " + endpoints(service.endpoints())
                + service.localEndpoints()
                        .map(local -> " | local " + endpoints(local))
                        .orElse("")
                + (service.affinitySeconds() > 0 ? " | sticky " + service.affinitySeconds() + " s" : "")
                + " | external " + service.external() + ", internal " + service.internal()
                + service.notes().stream().map(note -> " | " + note).collect(Collectors.joining());
    }

    private static String of(Service service, ServiceEntry entry) {
        return entry.kind() + " " + entry.place()
                + (entry.local() ? " local" : "")
                + entry.masqueraded().map(clients -> " (" + clients + ")").orElse("")
                + (entry.sourceRanges().isEmpty() ? "" : " from " + entry.sourceRanges())
                + entry.refused().map(why -> " " + why).orElse("");
    }

    static String endpoints(List<Endpoint> endpoints) {
        return endpoints.isEmpty()
                ? "no endpoints"
                : endpoints.stream()
                        .map(endpoint -> endpoint.words()
                                + String.format(
                                        Locale.ROOT,
                                        " %.4g%%",
                                        100 * endpoint.share().toDouble())
                                + (endpoint.proof() == Proof.PROVED ? "" : " " + endpoint.proof())
                                + endpoint.repaired()
                                        .map(chain -> " = " + chain + "?")
                                        .orElse(""))
                        .collect(Collectors.joining(" "));
    }
}
