package kubenat.model.target;

import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Route;

/**
 * The address that MASQUERADE takes: the one of the out-interface that fits the next hop, else its first; a route's
 * preferred source does not count (kernel: inet_select_addr in nf_nat_masquerade_ipv4, by experiment on Linux 6.18).
 */
final class MasqueradeAddress {
    private MasqueradeAddress() {}

    static Optional<Address> of(Packet packet, Node node) {
        Optional<Address> destination = packet.header().destination().single();
        Optional<String> device = packet.out().name();
        if (!node.routing().known() || destination.isEmpty() || device.isEmpty()) {
            return Optional.empty();
        }
        Address hop = node.routing().to(destination.get()).flatMap(Route::via).orElse(destination.get());
        return node.routing().sourceOn(device.get(), hop);
    }
}
