package kubenat.api;

import java.util.List;
import java.util.OptionalInt;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;

/**
 * A Service of the API (v1, Service).
 *
 * @param type ClusterIP, NodePort, LoadBalancer or ExternalName
 * @param clusterIps none for a headless Service
 * @param loadBalancerIps the addresses that its load balancer has got
 * @param sourceRanges the only networks that may use its load balancer; none means all
 * @param affinitySeconds for how long a client is sent to the same endpoint again; 0 if each connection is on its own
 * @param external the traffic policy for clients outside, Cluster or Local
 * @param internal the traffic policy for clients within
 * @param otherProxy whether its label says that kube-proxy leaves it to somebody else
 */
public record ApiService(
        String namespace,
        String name,
        String type,
        List<Address> clusterIps,
        List<Address> externalIps,
        List<Address> loadBalancerIps,
        List<Cidr> sourceRanges,
        List<ApiPort> ports,
        long affinitySeconds,
        String external,
        String internal,
        OptionalInt healthCheckNodePort,
        boolean otherProxy,
        ApiPlace place) {
    public ApiService {
        clusterIps = List.copyOf(clusterIps);
        externalIps = List.copyOf(externalIps);
        loadBalancerIps = List.copyOf(loadBalancerIps);
        sourceRanges = List.copyOf(sourceRanges);
        ports = List.copyOf(ports);
    }
}
