package kubenat.kube;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.packet.IpSet;
import kubenat.model.packet.Routing;
import kubenat.model.packet.Settings;

/**
 * What a user gave about the node and the cluster beside the dump.
 *
 * @param local all addresses of the node, where given ({@code --local}); none others are then its own
 * @param podNetworks the networks of Pods, where given ({@code --pod-cidr})
 * @param settings the switches of its kernel for a family, where given ({@code --sysctl})
 */
public record Surroundings(
        Optional<List<Address>> local,
        Optional<List<Cidr>> podNetworks,
        Routing routing,
        Map<String, IpSet> sets,
        Map<Family, Settings> settings) {

    /** Nothing was given. */
    public static final Surroundings UNKNOWN =
            new Surroundings(Optional.empty(), Optional.empty(), Routing.UNKNOWN, Map.of());

    /** Of the switches nothing was given. */
    public Surroundings(
            Optional<List<Address>> local, Optional<List<Cidr>> podNetworks, Routing routing, Map<String, IpSet> sets) {
        this(local, podNetworks, routing, sets, Map.of());
    }

    /** The same, but for the node's addresses. */
    public Surroundings withLocal(List<Address> addresses) {
        return new Surroundings(Optional.of(addresses), podNetworks, routing, sets, settings);
    }
}
