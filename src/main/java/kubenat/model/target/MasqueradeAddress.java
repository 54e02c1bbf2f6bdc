package kubenat.model.target;

import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.Family;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Route;

/**
 * The address that MASQUERADE takes: one of the out-interface, by the next hop in IPv4 and by the destination in IPv6; a
 * route's preferred source does not count (kernel: nf_nat_masquerade_ipv4 and _ipv6, by experiment on Linux 6.18).
 */
final class MasqueradeAddress {
    private MasqueradeAddress() {}

    static Optional<Address> of(Packet packet, Node node) {
        Optional<Address> destination = packet.header().destination().single();
        Optional<String> device = packet.out().name();
        if (!node.routing().known() || destination.isEmpty() || device.isEmpty()) {
            return Optional.empty();
        }
        Address hop = node.routing()
                .by(device.get(), destination.get())
                .flatMap(Route::via)
                .orElse(destination.get());
        return node.routing().sourceOn(device.get(), packet.family() == Family.IPV4 ? hop : destination.get());
    }
}
