package kubenat.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.json.BadJson;
import kubenat.json.JsonStream;
import kubenat.model.packet.Address;

/** The fields of an EndpointSlice, or of Endpoints, while they are read. */
final class SliceFields {
    private final List<ApiSlicePort> ports = new ArrayList<>();
    private final List<ApiEndpoint> endpoints = new ArrayList<>();
    private final List<SliceFields> subsets = new ArrayList<>();

    void read(String field, JsonStream json, ApiText text) throws BadJson {
        switch (field) {
            case "ports" -> json.array(() -> ports.add(port(json, text)));
            case "endpoints" -> json.array(() -> endpoints.add(endpoint(json, text, true)));
            case "addresses" -> json.array(() -> endpoints.add(endpoint(json, text, true)));
            case "notReadyAddresses" -> json.array(() -> endpoints.add(endpoint(json, text, false)));
            case "subsets" ->
                json.array(() -> {
                    SliceFields subset = new SliceFields();
                    subsets.add(subset);
                    json.object(inner -> subset.read(inner, json, text));
                });
            default -> {}
        }
    }

    private static ApiSlicePort port(JsonStream json, ApiText text) throws BadJson {
        ServiceSpec.PortFields port = new ServiceSpec.PortFields();
        json.object(field -> port.read(field, json, text));
        return new ApiSlicePort(port.name, port.protocol, port.port);
    }

    /** An endpoint of a slice has several addresses and conditions, one of a subset has one and lies in the list that fits. */
    private static ApiEndpoint endpoint(JsonStream json, ApiText text, boolean ready) throws BadJson {
        EndpointFields endpoint = new EndpointFields(ready);
        json.object(field -> endpoint.read(field, json, text));
        return endpoint.endpoint();
    }

    /** One endpoint while it is read. */
    private static final class EndpointFields {
        private final List<Address> addresses = new ArrayList<>();
        private boolean ready;
        private Optional<Boolean> serving = Optional.empty();
        private boolean terminating;
        private Optional<String> node = Optional.empty();
        private boolean hinted;
        private final List<String> target = new ArrayList<>(List.of("", "", ""));

        EndpointFields(boolean ready) {
            this.ready = ready;
        }

        void read(String field, JsonStream json, ApiText text) throws BadJson {
            switch (field) {
                case "addresses" -> addresses.addAll(text.addresses());
                case "ip" -> text.address().ifPresent(addresses::add);
                case "nodeName" -> node = text.name();
                case "conditions" -> json.object(condition -> condition(condition, json));
                case "hints" -> json.object(hint -> hint(hint, json));
                case "targetRef" -> json.object(inner -> target(inner, json, text));
                default -> {}
            }
        }

        private void condition(String name, JsonStream json) throws BadJson {
            switch (name) {
                case "ready" -> ready = json.truth().orElse(true);
                case "serving" -> serving = json.truth();
                case "terminating" -> terminating = json.truth().orElse(false);
                default -> {}
            }
        }

        private void hint(String name, JsonStream json) throws BadJson {
            if (name.equals("forZones") || name.equals("forNodes")) {
                json.array(() -> hinted = true);
            }
        }

        private void target(String field, JsonStream json, ApiText text) throws BadJson {
            switch (field) {
                case "kind" -> target.set(0, text.shared());
                case "namespace" -> target.set(1, text.shared());
                case "name" -> target.set(2, json.text().orElse(""));
                default -> {}
            }
        }

        ApiEndpoint endpoint() {
            Optional<String> words = target.get(2).isEmpty()
                    ? Optional.empty()
                    : Optional.of(target.get(0) + " " + target.get(1) + "/" + target.get(2));
            return new ApiEndpoint(addresses, ready, serving.orElse(ready), terminating, node, words, hinted);
        }
    }

    ApiSlice slice(ApiObject object) {
        return new ApiSlice(object.namespace, object.name, object.service, ports, endpoints, object.place);
    }

    /** Endpoints have the name of their Service. */
    List<ApiSlice> subsets(ApiObject object) {
        Optional<String> service = Optional.of(object.name);
        return subsets.stream()
                .map(each ->
                        new ApiSlice(object.namespace, object.name, service, each.ports, each.endpoints, object.place))
                .toList();
    }
}
