package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.Entry;
import kubenat.kube.EntryKind;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Place;
import kubenat.lint.Subject;
import kubenat.model.packet.Protocol;
import kubenat.surroundings.ListeningSocket;
import kubenat.surroundings.ListeningSockets;

/** KN144: a program listens at a NodePort, or a NodePort is the health-check port of another Service. */
final class NodePortTaken extends Check {

    NodePortTaken() {
        super("KN144", Level.WARNING, Need.NAT, Need.SOCKETS);
    }

    /** A port of the node. */
    private record Port(Optional<Protocol> protocol, int number) {}

    @Override
    public Stream<Finding> inAll(Subject subject) {
        Map<Port, Entry> nodePorts = ports(subject, EntryKind.NODE_PORT);
        Stream<Finding> health = ports(subject, EntryKind.HEALTH_CHECK).entrySet().stream()
                .flatMap(check -> Optional.ofNullable(nodePorts.get(check.getKey()))
                        .map(entry -> healthCheck(entry, check.getValue(), subject))
                        .stream());
        ListeningSockets listing = subject.evidence().node().sockets().orElseThrow();
        return Stream.concat(health, taken(nodePorts, listing, subject));
    }

    private static Map<Port, Entry> ports(Subject subject, EntryKind kind) {
        Map<Port, Entry> ports = new LinkedHashMap<>();
        subject.names().entries().all().stream()
                .filter(entry -> entry.kind() == kind && entry.port().isPresent())
                .forEach(entry -> ports.putIfAbsent(
                        new Port(entry.protocol(), entry.port().orElseThrow()), entry));
        return ports;
    }

    private Finding healthCheck(Entry entry, Entry check, Subject subject) {
        return finding(
                        subject.at(entry.rule()),
                        "the NodePort %s of %s is the health-check port of %s, too: load balancers get answers of the wrong one"
                                .formatted(
                                        entry.ports(), KubeChains.label(entry.rule()), KubeChains.label(check.rule())))
                .related(subject.at(check.rule()), "is for the health check")
                .withHelp("give one of the two another port: nodePort or healthCheckNodePort of the Service");
    }

    /** Up to 1.26, kube-proxy itself listens at every NodePort, so that nobody else takes it. */
    private Stream<Finding> taken(Map<Port, Entry> nodePorts, ListeningSockets listing, Subject subject) {
        Map<Port, ListeningSocket> taken = new LinkedHashMap<>();
        for (ListeningSocket socket : listing.sockets()) {
            Port port = new Port(Optional.of(socket.protocol()), socket.port());
            if (nodePorts.containsKey(port) && isReached(socket, subject)) {
                taken.putIfAbsent(port, socket);
            }
        }
        boolean all = taken.size() == nodePorts.size();
        boolean alone = nodePorts.size() == 1;
        List<Finding> found = new ArrayList<>();
        taken.forEach((port, socket) -> {
            boolean unnamed = socket.process().isEmpty();
            boolean ofKubeProxy = socket.process().filter("kube-proxy"::equals).isPresent() || unnamed && all && !alone;
            Entry entry = Optional.ofNullable(nodePorts.get(port)).orElseThrow();
            if (!ofKubeProxy) {
                Finding finding = taken(entry, socket, listing, subject);
                found.add(unnamed && all ? finding.onlyPossible() : finding);
            }
        });
        return found.stream();
    }

    /** A socket at an address of another family never meets these packets; what comes to 127.0.0.1 is another matter. */
    private static boolean isReached(ListeningSocket socket, Subject subject) {
        return socket.address()
                .map(address -> address.family() == subject.ruleset().family()
                        && !address.toString().startsWith("127.")
                        && !address.toString().equals("::1"))
                .orElse(true);
    }

    private Finding taken(Entry entry, ListeningSocket socket, ListeningSockets listing, Subject subject) {
        String who = socket.process().orElse("a program");
        return finding(
                        Place.in(listing.file(), socket.line(), 1, 0),
                        "%s listens at %s port %d, which is the NodePort of %s: clients from outside never reach that program"
                                .formatted(who, socket.protocol(), socket.port(), KubeChains.label(entry.rule())))
                .related(subject.at(entry.rule()), "takes the packets before")
                .withHelp(
                        "let the program listen at a port outside of the range of NodePorts (30000-32767, --service-node-port-range"
                                + " of the API server), or give the Service another nodePort");
    }
}
