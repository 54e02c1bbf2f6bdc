package kubenat.lint.checks;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kubenat.kube.EntryKind;
import kubenat.kube.Service;
import kubenat.kube.ServiceEntry;
import kubenat.kube.TrafficPolicy;
import kubenat.lint.Subject;
import kubenat.model.TableName;

/** What all nodes must have alike of a Service port, beside its endpoints. */
enum NodeAspect {
    ADDRESSES,
    AFFINITY,
    EXTERNAL_POLICY,
    INTERNAL_POLICY;

    /** What a node has, in words; absent where its rules do not show it. */
    Optional<Set<String>> of(Service service, Subject subject) {
        return switch (this) {
            case ADDRESSES -> addresses(service, subject);
            case AFFINITY -> affinity(service);
            case EXTERNAL_POLICY -> policy("externalTrafficPolicy", service.external());
            case INTERNAL_POLICY -> policy("internalTrafficPolicy", service.internal());
        };
    }

    /** Without filter, those that are refused for want of endpoints do not show; before 1.26, nor do some of policy Local. */
    private static Optional<Set<String>> addresses(Service service, Subject subject) {
        boolean isLocal = service.internal() == TrafficPolicy.LOCAL || service.external() == TrafficPolicy.LOCAL;
        if (isLocal || subject.ruleset().table(TableName.FILTER).isEmpty()) {
            return Optional.empty();
        }
        Set<String> places = new TreeSet<>();
        service.entries().stream()
                .filter(entry -> entry.kind() != EntryKind.HEALTH_CHECK)
                .map(ServiceEntry::place)
                .forEach(place -> places.add("an entry for " + place));
        return Optional.of(places);
    }

    private static Optional<Set<String>> affinity(Service service) {
        if (service.endpoints().isEmpty()) {
            return Optional.empty();
        }
        String seconds = "session affinity for %,d s".formatted(service.affinitySeconds());
        return Optional.of(Set.of(service.affinitySeconds() > 0 ? seconds : "no session affinity"));
    }

    private static Optional<Set<String>> policy(String name, TrafficPolicy policy) {
        return policy == TrafficPolicy.UNKNOWN
                ? Optional.empty()
                : Optional.of(Set.of("%s %s".formatted(name, policy)));
    }
}
