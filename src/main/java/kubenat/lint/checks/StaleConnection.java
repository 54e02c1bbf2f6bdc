package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.Service;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Place;
import kubenat.lint.Subject;
import kubenat.lint.cluster.EndpointAddress;
import kubenat.lint.cluster.Pair;
import kubenat.lint.cluster.Target;
import kubenat.model.packet.Family;
import kubenat.model.packet.Protocol;
import kubenat.surroundings.TrackedConnection;

/** KN142: the kernel goes on to send packets of a connection to an address that is no endpoint any more. */
final class StaleConnection extends Check {

    StaleConnection() {
        super("KN142", Level.ERROR, Need.NAT, Need.CONNECTIONS);
    }

    /** Connections of one Service port to one address. */
    private record Group(KnownService known, EndpointAddress to, Level level) {}

    @Override
    public Stream<Finding> inAll(Subject subject) {
        ServicePlaces places = new ServicePlaces(subject);
        Map<Group, List<TrackedConnection>> groups = new LinkedHashMap<>();
        ServicePlaces.connections(subject)
                .filter(connection -> !connection.keepsDestination())
                .forEach(connection -> group(connection, places.of(connection))
                        .ifPresent(group -> groups.computeIfAbsent(group, none -> new ArrayList<>())
                                .add(connection)));
        return groups.entrySet().stream().flatMap(group -> stale(group.getKey(), group.getValue(), subject).stream());
    }

    private static Optional<Group> group(TrackedConnection connection, List<ServicePlaces.Found> found) {
        EndpointAddress to = new EndpointAddress(
                connection.reply().source(), connection.reply().sourcePort());
        boolean isEndpoint = found.stream().anyMatch(each -> each.known().mayHave(to));
        return isEndpoint
                ? Optional.empty()
                : found.stream()
                        .findFirst()
                        .flatMap(first -> level(connection).map(level -> new Group(first.known(), to, level)));
    }

    /**
     * kube-proxy removes the entries of UDP and SCTP when an endpoint goes (1.28, CleanStaleEntries); those of TCP stay while the Pod
     * ends, and only a client that opens one anew to a dead Pod is a fault.
     */
    private static Optional<Level> level(TrackedConnection connection) {
        if (!connection.protocol().equals(Protocol.TCP)) {
            return Optional.of(Level.ERROR);
        }
        return switch (connection.state()) {
            case "SYN_SENT" -> Optional.of(Level.WARNING);
            case "ESTABLISHED" -> Optional.of(Level.INFO);
            default -> Optional.empty();
        };
    }

    private Optional<Finding> stale(Group group, List<TrackedConnection> connections, Subject subject) {
        Optional<Target> known = known(group, subject);
        // What the API has as ready is missing in the rules: another check says so.
        return known.filter(target -> target.endpoint().ready()).isPresent()
                ? Optional.empty()
                : Optional.of(stale(group, connections, known, subject));
    }

    private static Optional<Target> known(Group group, Subject subject) {
        return subject.evidence().api().isEmpty() || subject.comparison().otherCluster()
                ? Optional.empty()
                : subject.comparison().pairs().stream()
                        .filter(pair -> pair.service().equals(group.known().service()))
                        .map(Pair::port)
                        .flatMap(port -> port.at(group.to()).stream())
                        .findFirst();
    }

    private Finding stale(Group group, List<TrackedConnection> connections, Optional<Target> known, Subject subject) {
        TrackedConnection first = connections.get(0);
        Service service = group.known().service();
        Finding finding = finding(
                        at(first, subject),
                        "%,d %s %s of %s to %s, which is %s; %s"
                                .formatted(
                                        connections.size(),
                                        first.protocol(),
                                        connections.size() == 1 ? "connection" : "connections",
                                        service.label(),
                                        group.to(),
                                        known.map(target -> "terminating or not ready")
                                                .orElse("no endpoint of it now"),
                                        effect(group, connections)))
                .related(subject.at(service.entries().get(0).rule()), "is the Service's rule")
                .withLevel(group.level())
                .withHelp(help(first, group));
        return known.isPresent() ? finding.onlyPossible() : Wholeness.doubt(subject, finding);
    }

    private static String effect(Group group, List<TrackedConnection> connections) {
        long unanswered = connections.stream().filter(each -> !each.replied()).count();
        if (group.level() == Level.INFO) {
            return connections.size() == 1
                    ? "its packets go there until it ends"
                    : "their packets go there until they end";
        }
        String silent = unanswered == 0
                ? ""
                : unanswered == connections.size()
                        ? "nobody answers, and "
                        : "%,d of them are not answered, and ".formatted(unanswered);
        return silent + "new rules do not change where packets of an old connection go";
    }

    private static String help(TrackedConnection connection, Group group) {
        String family = connection.original().destination().family() == Family.IPV6 ? " -f ipv6" : "";
        String should = connection.protocol().equals(Protocol.TCP)
                ? ""
                : "; kube-proxy should have done so: see its log and version";
        return group.level() == Level.INFO
                ? "this is as it should be while the Pod ends; clients that hang need to connect anew"
                : "conntrack -D%s -p %s -d %s --dport %d -r %s removes such entries, so that the next packet meets the rules%s"
                        .formatted(
                                family,
                                connection.protocol(),
                                connection.original().destination(),
                                connection.original().destinationPort(),
                                connection.reply().source(),
                                should);
    }

    /** The address that answers are from. */
    static Place at(TrackedConnection connection, Subject subject) {
        String file = subject.evidence().node().connections().orElseThrow().file();
        int length = "src=".length() + connection.reply().source().toString().length();
        return Place.in(file, connection.line(), connection.column(), length);
    }
}
