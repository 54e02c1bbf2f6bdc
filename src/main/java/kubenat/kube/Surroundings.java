package kubenat.kube;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.IpSet;
import kubenat.model.packet.Routing;

/**
 * What a user gave about the node and the cluster beside the dump.
 *
 * @param local all addresses of the node, where given ({@code --local}); none others are then its own
 * @param podNetworks the networks of Pods, where given ({@code --pod-cidr})
 */
public record Surroundings(
        Optional<List<Address>> local, Optional<List<Cidr>> podNetworks, Routing routing, Map<String, IpSet> sets) {

    /** Nothing was given. */
    public static final Surroundings UNKNOWN =
            new Surroundings(Optional.empty(), Optional.empty(), Routing.UNKNOWN, Map.of());
}
