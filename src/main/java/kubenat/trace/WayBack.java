package kubenat.trace;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kubenat.model.packet.Family;
import kubenat.model.packet.Header;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Route;
import kubenat.model.packet.Share;
import kubenat.model.packet.Truth;

/** The routes that an answer to a packet would take, as a reverse path filter asks for them (kernel: __fib_validate_source). */
record WayBack(List<RouteLookup.Found> routes) {

    /** An answer has no mark (src_valid_mark is 0), and comes in where the packet goes out; what is delivered here is answered here. */
    static WayBack of(Packet packet, RouteLookup lookup) {
        Header there = packet.header();
        Header back = there.withSource(there.destination())
                .withSourcePort(there.destinationPort())
                .withDestination(there.source())
                .withDestinationPort(there.sourcePort());
        Packet answer = Packet.fresh(packet.protocol(), back, packet.out());
        return new WayBack(lookup.of(new State(answer, Share.ALL, Trail.START)));
    }

    /** Whether there is none at all. */
    Truth isMissing() {
        return none(found -> NextHop.of(found, Family.IPV4).out().isPresent());
    }

    /** Whether none goes out by this interface; one of several next hops is enough. */
    Truth isElsewhere(String device) {
        return none(found -> found.route().map(Route::device).equals(Optional.of(device)));
    }

    private Truth none(Predicate<RouteLookup.Found> good) {
        boolean isKnown = routes.stream().noneMatch(found -> found.by() == RouteLookup.By.UNKNOWN);
        boolean any = isKnown && routes.stream().anyMatch(good);
        if (isKnown && !any) {
            return Truth.YES;
        }
        boolean isOne = routes.stream()
                        .map(found -> found.route().map(Route::to))
                        .distinct()
                        .count()
                == 1;
        return any && isOne ? Truth.NO : Truth.MAYBE;
    }
}
