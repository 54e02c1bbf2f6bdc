package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.kube.Service;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.packet.Family;
import kubenat.surroundings.TrackedConnection;

/** KN143: packets of a connection to a Service are not translated, as it began before the rules. */
final class UntranslatedConnection extends Check {
    /** Of tcp: those that send packets still. */
    private static final Set<String> ALIVE = Set.of("", "SYN_SENT", "SYN_SENT2", "SYN_RECV", "ESTABLISHED");

    UntranslatedConnection() {
        super("KN143", Level.WARNING, Need.NAT, Need.CONNECTIONS);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        ServicePlaces places = new ServicePlaces(subject);
        Map<KnownService, List<TrackedConnection>> groups = new LinkedHashMap<>();
        ServicePlaces.connections(subject)
                .filter(connection -> connection.keepsDestination() && ALIVE.contains(connection.state()))
                .forEach(connection -> places.of(connection).stream()
                        .filter(UntranslatedConnection::isServed)
                        .findFirst()
                        .ifPresent(found -> groups.computeIfAbsent(found.known(), none -> new ArrayList<>())
                                .add(connection)));
        return groups.entrySet().stream()
                .map(group -> untranslated(group.getKey().service(), group.getValue(), subject));
    }

    /** What is refused is not translated anyway. */
    private static boolean isServed(ServicePlaces.Found found) {
        return found.entry().refused().isEmpty()
                && !found.known().service().endpointsOf(found.entry()).isEmpty();
    }

    private Finding untranslated(Service service, List<TrackedConnection> connections, Subject subject) {
        TrackedConnection first = connections.get(0);
        String family = first.original().destination().family() == Family.IPV6 ? " -f ipv6" : "";
        boolean one = connections.size() == 1;
        boolean answered = connections.stream().allMatch(TrackedConnection::replied);
        Finding finding = finding(
                        StaleConnection.at(first, subject),
                        "%,d %s %s to %s of %s %s not translated: %s"
                                .formatted(
                                        connections.size(),
                                        first.protocol(),
                                        one ? "connection" : "connections",
                                        ApiPairs.some(
                                                connections.stream()
                                                        .map(each ->
                                                                each.original().destination() + " port "
                                                                        + each.original()
                                                                                .destinationPort())
                                                        .distinct()
                                                        .toList(),
                                                words -> words),
                                        service.label(),
                                        one ? "is" : "are",
                                        answered
                                                ? "something else answers at the Service's address"
                                                : one
                                                        ? "it began before the rules, and its packets go to an address that nobody has"
                                                        : "they began before the rules, and their packets go to an address that nobody has"))
                .related(subject.at(service.entries().get(0).rule()), "would translate new ones")
                .withHelp("conntrack -D%s -p %s -d %s --dport %d removes them, so that the next packet meets the rules"
                        .formatted(
                                family,
                                first.protocol(),
                                first.original().destination(),
                                first.original().destinationPort()));
        return answered ? finding.onlyPossible() : finding;
    }
}
