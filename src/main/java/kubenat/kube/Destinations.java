package kubenat.kube;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kubenat.source.EditDistance;

/** Finds the entries that a user means by {@code :31248} or {@code namespace/name[:port]}. */
public record Destinations(Entries entries) {
    private static final int MAX_EDITS = 2;
    private static final int MAX_CANDIDATES = 5;

    /** The entries of a NodePort; of several protocols if Services share the number. */
    public List<Entry> nodePort(int port) throws UnknownServiceException {
        List<Entry> found = entries.nodePort(port);
        if (found.isEmpty()) {
            throw new UnknownServiceException("no Service has the NodePort " + port, List.of());
        }
        return found;
    }

    /**
     * The entries of one Service port; the port may be left out if there is one only, and may be given as a number.
     *
     * @throws UnknownServiceException if no Service port has that name, or several
     */
    public List<Entry> named(String text) throws UnknownServiceException {
        ServicePortName wanted = ServicePortName.read(text)
                .orElseThrow(() -> new UnknownServiceException(
                        "not the name of a Service: " + text + " (expected namespace/name or namespace/name:port)",
                        List.of()));
        List<Entry> exact = entries.of(wanted);
        if (!exact.isEmpty()) {
            return exact;
        }
        Set<ServicePortName> ports = new TreeSet<>(entries.portsOf(wanted.service()));
        Set<ServicePortName> fitting = ports.stream()
                .filter(name -> wanted.port().map(port -> hasNumber(name, port)).orElse(true))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (fitting.size() == 1) {
            return entries.of(fitting.iterator().next());
        }
        throw unknown(wanted, ports, fitting);
    }

    private boolean hasNumber(ServicePortName name, String port) {
        return entries.of(name).stream()
                .filter(entry -> entry.kind() != EntryKind.HEALTH_CHECK)
                .flatMap(entry -> entry.port().stream())
                .anyMatch(number -> port.equals(Integer.toString(number)));
    }

    private UnknownServiceException unknown(
            ServicePortName wanted, Set<ServicePortName> ports, Set<ServicePortName> fitting) {
        if (fitting.size() > 1) {
            return new UnknownServiceException(wanted + " has several ports", texts(fitting));
        }
        if (!ports.isEmpty()) {
            String what = wanted.service() + " has no port " + wanted.port().orElse("");
            return new UnknownServiceException(what, texts(ports));
        }
        return new UnknownServiceException("the dump has no Service " + wanted.service(), nearMisses(wanted));
    }

    private List<String> nearMisses(ServicePortName wanted) {
        return entries.names().stream()
                .map(ServicePortName::service)
                .distinct()
                .filter(service -> distance(wanted, service).isPresent())
                .sorted(Comparator.comparing(
                                (String service) -> distance(wanted, service).orElse(0))
                        .thenComparing(service -> service))
                .limit(MAX_CANDIDATES)
                .toList();
    }

    /** How far a Service is from the one wanted; empty if it is too far. Another namespace counts as one edit. */
    private static Optional<Integer> distance(ServicePortName wanted, String service) {
        boolean sameName = service.endsWith("/" + wanted.name());
        int edits = sameName ? 1 : EditDistance.between(wanted.service(), service);
        return edits <= MAX_EDITS ? Optional.of(edits) : Optional.empty();
    }

    private static List<String> texts(Set<ServicePortName> names) {
        return names.stream().map(ServicePortName::toString).toList();
    }
}
