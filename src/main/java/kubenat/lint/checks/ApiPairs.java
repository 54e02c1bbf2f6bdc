package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.kube.Endpoint;
import kubenat.kube.EndpointState;
import kubenat.kube.Service;
import kubenat.lint.Place;
import kubenat.lint.Subject;
import kubenat.lint.cluster.Comparison;
import kubenat.lint.cluster.EndpointAddress;
import kubenat.lint.cluster.Pair;
import kubenat.lint.cluster.Target;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.target.DestinationNat;

/** Service ports that rules and API both have, for checks that compare their endpoints. */
final class ApiPairs {
    /** Of a list in a message as many are shown. */
    private static final int MOST_NAMED = 3;

    private ApiPairs() {}

    /** Those that can be compared: none if the listing is of another cluster. */
    static List<Pair> of(Subject subject) {
        Comparison comparison = subject.comparison();
        return comparison.otherCluster()
                ? List.of()
                : comparison.pairs().stream()
                        .filter(pair -> listsEndpoints(pair, subject))
                        .toList();
    }

    /** A listing of some namespaces only has no endpoints of the others. */
    private static boolean listsEndpoints(Pair pair, Subject subject) {
        return !pair.port().targets().isEmpty()
                || subject.evidence().api().objects().slices().stream()
                        .anyMatch(slice ->
                                slice.namespace().equals(pair.port().service().namespace()));
    }

    /** The endpoints in the rules of a Service port that can be read, each once. */
    static Map<EndpointAddress, Endpoint> inRules(Service service) {
        Map<EndpointAddress, Endpoint> found = new LinkedHashMap<>();
        Stream.concat(
                        service.endpoints().stream(),
                        service.localEndpoints().stream().flatMap(List::stream))
                .filter(ApiPairs::isRead)
                .forEach(endpoint -> endpoint.address()
                        .flatMap(EndpointAddress::read)
                        .ifPresent(address -> found.putIfAbsent(address, endpoint)));
        return found;
    }

    /** Where the endpoints of a list are, as far as that can be read. */
    static Set<EndpointAddress> addresses(List<Endpoint> endpoints) {
        return endpoints.stream()
                .filter(ApiPairs::isRead)
                .flatMap(endpoint -> endpoint.address().flatMap(EndpointAddress::read).stream())
                .collect(Collectors.toSet());
    }

    /** Whether all endpoints of a list can be read, so that what is not among them is surely not there. */
    static boolean areRead(List<Endpoint> endpoints) {
        return endpoints.stream().allMatch(ApiPairs::isRead);
    }

    private static boolean isRead(Endpoint endpoint) {
        return endpoint.state() == EndpointState.READ || endpoint.state() == EndpointState.RECOVERED;
    }

    /** The rule that sends packets to an endpoint, at the address; else what there is of the Service. */
    static Place at(Subject subject, Endpoint endpoint, Service service) {
        String address = endpoint.address().orElse("");
        Optional<Rule> rule = KubeChains.rules(subject, KubeChains.nat(endpoint.chain())).stream()
                .filter(found -> found.target() instanceof DestinationNat)
                .findFirst();
        return rule.map(found -> subject.at(found).marking(address)).orElseGet(() -> at(subject, service));
    }

    /** The chain that chooses among a Service port's endpoints, or else the first rule that leads to it. */
    static Place at(Subject subject, Service service) {
        Optional<Chain> chain =
                service.chain().flatMap(name -> subject.ruleset().chain(KubeChains.nat(name)));
        return chain.map(subject::at)
                .orElseGet(() -> subject.at(service.entries().get(0).rule()));
    }

    /** Where the API says it: the slice of an endpoint. */
    static Place at(Target target) {
        return ApiPlaces.of(target.slice().place());
    }

    /** {@code 10.0.0.1:80, 10.0.0.2:80 and 7 more}. */
    static <T> String some(List<T> all, Function<T, String> words) {
        List<String> shown =
                new ArrayList<>(all.stream().limit(MOST_NAMED).map(words).toList());
        int more = all.size() - shown.size();
        if (more == 0 && shown.size() > 1) {
            String last = shown.remove(shown.size() - 1);
            return String.join(", ", shown) + " and " + last;
        }
        return shown.stream().collect(Collectors.joining(", ")) + (more == 0 ? "" : " and %,d more".formatted(more));
    }

    /** The command that shows what the API has now. */
    static String look(Service service) {
        return service.name()
                .map(name -> "kubectl -n %s get endpointslices -l kubernetes.io/service-name=%s -o wide"
                        .formatted(name.namespace(), name.name()))
                .orElse("kubectl get endpointslices -A");
    }
}
