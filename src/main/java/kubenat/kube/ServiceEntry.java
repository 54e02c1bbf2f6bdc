package kubenat.kube;

import java.util.List;
import java.util.Optional;
import kubenat.model.Rule;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.NumberSet;

/**
 * One of the addresses at which a Service port is reached.
 *
 * @param address absent for a NodePort, which is reached at every address of the node
 * @param local whether its clients (outside, for what is not a ClusterIP) get the endpoints of this node only
 * @param masqueraded of which clients the endpoints see the node's address; absent where none get there, or a chain is missing
 * @param sourceRanges the only networks that a load balancer's address is open to; empty means all
 * @param refused why packets are refused: {@code has no endpoints}, {@code has no local endpoints}; absent if they are not
 * @param rule the rule that shows it first
 */
public record ServiceEntry(
        EntryKind kind,
        Optional<Address> address,
        NumberSet ports,
        boolean local,
        Optional<MasqueradedClients> masqueraded,
        List<Cidr> sourceRanges,
        Optional<String> refused,
        Rule rule) {
    public ServiceEntry {
        sourceRanges = List.copyOf(sourceRanges);
    }

    /** Where it is reached: {@code 10.96.0.1:443}, {@code [fd00::1]:443} or {@code :31248}. */
    public String place() {
        return AddressPort.text(address, ports);
    }
}
