package kubenat.kube;

import java.util.List;

/** The traffic policies that the entries of a Service port show. */
final class Policies {
    private Policies() {}

    /** The policy for clients outside; a health-check NodePort is made for Local only (Kubernetes 1.4 and later). */
    static TrafficPolicy external(List<ServiceEntry> entries) {
        List<ServiceEntry> external =
                entries.stream().filter(entry -> entry.kind().isExternal()).toList();
        boolean checked = entries.stream().anyMatch(entry -> entry.kind() == EntryKind.HEALTH_CHECK);
        return checked ? TrafficPolicy.LOCAL : of(external);
    }

    /** The policy for clients within the cluster. */
    static TrafficPolicy internal(List<ServiceEntry> entries) {
        return of(entries.stream()
                .filter(entry -> entry.kind() == EntryKind.CLUSTER_IP)
                .toList());
    }

    private static TrafficPolicy of(List<ServiceEntry> entries) {
        if (entries.stream().anyMatch(ServiceEntry::local)) {
            return TrafficPolicy.LOCAL;
        }
        boolean served = entries.stream().anyMatch(entry -> entry.refused().isEmpty());
        return served ? TrafficPolicy.CLUSTER : TrafficPolicy.UNKNOWN;
    }
}
