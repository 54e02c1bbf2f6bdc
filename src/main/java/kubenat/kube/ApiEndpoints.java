package kubenat.kube;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kubenat.api.ApiEndpoint;
import kubenat.api.ApiServices;
import kubenat.api.ApiSlice;
import kubenat.api.ApiSlicePort;
import kubenat.model.packet.Address;

/** The endpoints of the API's slices by the letters at the end of their chains' names. */
final class ApiEndpoints {
    private final ChainHash hash;
    private final Map<String, Found> byLetters = new HashMap<>();

    /** One endpoint of a Service port: {@code 10.244.1.2:80}. */
    record Found(ServicePortName name, Address address, int port) {
        String words() {
            return AddressPort.text(address, port);
        }
    }

    ApiEndpoints(ApiServices api, ChainHash hash) {
        this.hash = hash;
        for (ApiSlice slice : api.slices()) {
            for (ApiSlicePort port : slice.ports()) {
                slice.service()
                        .flatMap(service -> ServicePortName.of(slice.namespace(), service, port.name()))
                        .ifPresent(name -> add(name, port, slice));
            }
        }
    }

    private void add(ServicePortName name, ApiSlicePort port, ApiSlice slice) {
        if (port.port().isEmpty()) {
            return;
        }
        for (ApiEndpoint endpoint : slice.endpoints()) {
            for (Address address : endpoint.addresses()) {
                Found found = new Found(name, address, port.port().getAsInt());
                hash.ofEndpoint(name, port.protocol(), found.words())
                        .forEach(letters -> byLetters.putIfAbsent(letters, found));
            }
        }
    }

    Optional<Found> with(String letters) {
        return Optional.ofNullable(byLetters.get(letters));
    }
}
