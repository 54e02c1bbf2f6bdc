package kubenat.kube;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.api.ApiPort;
import kubenat.api.ApiService;
import kubenat.api.ApiServices;
import kubenat.model.packet.Address;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;

/**
 * The names that the API's Services give to chains and rules without comments: a chain by the hash in its name, a rule without a
 * chain by its address and port.
 */
public final class ApiNames {
    /** Nothing is known of the API. */
    public static final ApiNames NONE = new ApiNames("", ApiServices.NONE);

    private final String source;
    private final ApiServices api;
    private final ChainHash hash = new ChainHash();
    private final Map<String, NamedService> byLetters = new LinkedHashMap<>();
    private final Map<ServicePortName, List<String>> letters = new LinkedHashMap<>();
    private final Map<String, List<ServicePortName>> byService = new LinkedHashMap<>();
    private final Map<Place, ServicePortName> byPlace = new LinkedHashMap<>();
    private Optional<ApiEndpoints> endpoints = Optional.empty();

    private record Place(Protocol protocol, Optional<Address> address, NumberSet ports) {}

    /** @param source the files' names, for messages */
    public ApiNames(String source, ApiServices api) {
        this.source = source;
        this.api = api;
        api.services().forEach(service -> service.ports().forEach(port -> add(service, port)));
    }

    private void add(ApiService service, ApiPort port) {
        Optional<ServicePortName> found = ServicePortName.of(service.namespace(), service.name(), port.name());
        if (found.isEmpty()) {
            return;
        }
        ServicePortName name = found.get();
        byService.computeIfAbsent(name.service(), none -> new ArrayList<>()).add(name);
        for (String each : hash.ofService(name, port.protocol())) {
            byLetters.putIfAbsent(each, new NamedService(name, Optional.of(port.protocol()), Proof.PROVED));
            letters.computeIfAbsent(name, none -> new ArrayList<>()).add(each);
        }
        NumberSet number = NumberSet.of(port.port());
        Stream.of(service.clusterIps(), service.externalIps(), service.loadBalancerIps())
                .flatMap(List::stream)
                .forEach(
                        address -> byPlace.putIfAbsent(new Place(port.protocol(), Optional.of(address), number), name));
        port.nodePort()
                .ifPresent(node ->
                        byPlace.putIfAbsent(new Place(port.protocol(), Optional.empty(), NumberSet.of(node)), name));
    }

    /** Whether nothing is known of the API. */
    public boolean isEmpty() {
        return api.services().isEmpty() && api.slices().isEmpty();
    }

    /** The objects themselves. */
    public ApiServices objects() {
        return api;
    }

    /** Where the names are from, such as {@code cluster.json}. */
    public String source() {
        return source;
    }

    /** The Service port whose chains end in these letters. */
    Optional<NamedService> service(String chainLetters) {
        return Optional.ofNullable(byLetters.get(chainLetters));
    }

    /** The Service port and address of the endpoint whose chain ends in these letters. */
    synchronized Optional<ApiEndpoints.Found> endpoint(String chainLetters) {
        if (api.slices().isEmpty()) {
            return Optional.empty();
        }
        if (endpoints.isEmpty()) {
            endpoints = Optional.of(new ApiEndpoints(api, hash));
        }
        return endpoints.get().with(chainLetters);
    }

    /** The letters at the end of a Service port's chains. */
    List<String> letters(ServicePortName name) {
        return letters.getOrDefault(name, List.of());
    }

    /** The ports of a Service. */
    List<ServicePortName> portsOf(String service) {
        return byService.getOrDefault(service, List.of());
    }

    boolean has(ServicePortName name) {
        return letters.containsKey(name);
    }

    /** Every Service port. */
    Set<ServicePortName> names() {
        return letters.keySet();
    }

    /** An entry without a comment gets the name that its chain's hash proves, or that its address and port have. */
    Entry named(Entry entry) {
        return isEmpty() || entry.name().isPresent() ? entry : entry.named(name(entry));
    }

    private Optional<ServicePortName> name(Entry entry) {
        Optional<String> ofChain = entry.chain().flatMap(ChainRole::letters);
        if (ofChain.isPresent()) {
            return service(ofChain.get()).map(NamedService::name);
        }
        return entry.protocol()
                .map(protocol -> new Place(protocol, entry.address(), entry.ports()))
                .map(byPlace::get);
    }
}
