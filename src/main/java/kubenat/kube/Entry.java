package kubenat.kube;

import java.util.Optional;
import kubenat.model.Rule;
import kubenat.model.packet.Address;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;

/**
 * One rule by which packets to an address and port become a Service port's: kube-proxy's KUBE-SERVICES, KUBE-NODEPORTS and the
 * like.
 *
 * @param name the Service port that the comment names; absent in a dump without comments
 * @param address absent for a NodePort, which is reached at every address of the node
 * @param ports one port, or every port if the rule asks for none
 * @param chain the chain that the rule leads to; absent if it translates or refuses by itself
 * @param refused why packets are refused: {@code has no endpoints}, {@code has no local endpoints}
 */
public record Entry(
        Optional<ServicePortName> name,
        EntryKind kind,
        Optional<Protocol> protocol,
        Optional<Address> address,
        NumberSet ports,
        Optional<String> chain,
        Optional<String> refused,
        Rule rule) {

    /** The port, where there is just one. */
    public Optional<Integer> port() {
        return ports.single();
    }

    Entry named(Optional<ServicePortName> other) {
        return new Entry(other, kind, protocol, address, ports, chain, refused, rule);
    }

    boolean takes(Protocol wanted) {
        return protocol.isEmpty() || protocol.get().equals(wanted);
    }

    /** Where it is reached: {@code 10.96.0.1:443}, {@code [fd00::1]:443} or {@code :31248}. */
    public String place() {
        return AddressPort.text(address, ports);
    }
}
