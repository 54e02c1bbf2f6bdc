package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.EntryKind;
import kubenat.kube.Service;
import kubenat.kube.ServiceEntry;
import kubenat.lint.Subject;
import kubenat.model.packet.Address;
import kubenat.model.packet.Protocol;
import kubenat.surroundings.TrackedConnection;

/** The addresses and ports of a node's Services, to look up where connections of it go. */
final class ServicePlaces {
    private final Optional<List<Address>> local;
    private final Map<Place, List<Found>> places = new HashMap<>();

    private record Place(Protocol protocol, Optional<Address> address, int port) {}

    /** A Service port, and by which of its addresses it is reached. */
    record Found(KnownService known, ServiceEntry entry) {}

    ServicePlaces(Subject subject) {
        this.local = subject.surroundings().local();
        subject.services().all().forEach(this::add);
    }

    private void add(Service service) {
        KnownService known = new KnownService(service);
        for (ServiceEntry entry : service.entries()) {
            Optional<Integer> port = entry.ports().single().filter(number -> entry.kind() != EntryKind.HEALTH_CHECK);
            if (service.protocol().isPresent() && port.isPresent()) {
                Place place = new Place(service.protocol().get(), entry.address(), port.get());
                places.computeIfAbsent(place, none -> new ArrayList<>()).add(new Found(known, entry));
            }
        }
    }

    /** The Service ports that a connection was opened to; a NodePort only if the address may be the node's. */
    List<Found> of(TrackedConnection connection) {
        Protocol protocol = connection.protocol();
        Address to = connection.original().destination();
        int port = connection.original().destinationPort();
        List<Found> atAddress = places.getOrDefault(new Place(protocol, Optional.of(to), port), List.of());
        boolean mayBeLocal = local.map(own -> own.contains(to)).orElse(!connection.keepsDestination());
        return !atAddress.isEmpty() || !mayBeLocal
                ? atAddress
                : places.getOrDefault(new Place(protocol, Optional.empty(), port), List.of());
    }

    /** The connections of the rules' family that nat sees in the usual way. */
    static Stream<TrackedConnection> connections(Subject subject) {
        return subject.evidence().node().connections().stream()
                .flatMap(table -> table.connections().stream())
                .filter(connection -> connection.zone() == 0
                        && connection.protocol().hasPorts()
                        && connection.original().destination().family()
                                == subject.ruleset().family());
    }
}
