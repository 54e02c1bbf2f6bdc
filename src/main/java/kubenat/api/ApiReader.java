package kubenat.api;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import kubenat.json.BadJson;
import kubenat.json.JsonStream;

/** Reads API objects one after the other: single ones and lists, in one JSON text or in several. */
final class ApiReader {
    private final String file;
    private final JsonStream json;
    private final ApiText text;
    private final List<ApiService> services = new ArrayList<>();
    private final List<ApiSlice> slices = new ArrayList<>();
    private final List<ApiNode> nodes = new ArrayList<>();

    ApiReader(String file, InputStream in) {
        this.file = file;
        json = new JsonStream(in);
        text = new ApiText(json);
    }

    ApiServices read() throws BadJson {
        while (json.next()) {
            keep(object(), "");
        }
        return new ApiServices(services, slices, nodes);
    }

    /** The fields stand in any order: kubectl sorts them, so that the kind of a slice comes after its endpoints. */
    private ApiObject object() throws BadJson {
        ApiObject object = new ApiObject();
        List<ApiObject> unsettled = new ArrayList<>();
        json.object(field -> {
            switch (field) {
                case "kind" -> object.kind = json.text().orElse("");
                case "metadata" -> metadata(object);
                case "spec" -> {
                    if (object.isPerhaps("Service")) {
                        object.spec.read(json, text);
                    }
                }
                case "status" -> status(object);
                case "items" -> json.array(() -> keepOrWait(object(), unsettled));
                default -> {
                    if (object.isPerhaps("EndpointSlice") || object.isPerhaps("Endpoints")) {
                        object.slices.read(field, json, text);
                    }
                }
            }
        });
        for (ApiObject item : unsettled) {
            keep(item, object.kind);
        }
        return object;
    }

    private void status(ApiObject object) throws BadJson {
        json.object(field -> {
            if (field.equals("loadBalancer") && object.isPerhaps("Service")) {
                object.spec.readLoadBalancer(json, text);
            } else if (field.equals("addresses") && object.isPerhaps("Node")) {
                object.node.read(json, text);
            }
        });
    }

    private void keepOrWait(ApiObject item, List<ApiObject> unsettled) {
        if (item.kind.isEmpty()) {
            unsettled.add(item);
        } else {
            keep(item, "");
        }
    }

    private void metadata(ApiObject object) throws BadJson {
        json.object(field -> {
            switch (field) {
                case "name" -> {
                    object.name = json.text().orElse("");
                    object.place = new ApiPlace(file, json.line(), json.column());
                }
                case "namespace" -> object.namespace = text.shared();
                case "labels" ->
                    json.object(label -> {
                        if (label.equals("kubernetes.io/service-name")) {
                            object.service = json.text();
                        } else if (label.equals("service.kubernetes.io/service-proxy-name")) {
                            object.otherProxy = true;
                        }
                    });
                default -> {}
            }
        });
    }

    /** Items of a list that the API itself prints have no kind: the list's is {@code ServiceList}. */
    private void keep(ApiObject object, String listKind) {
        switch (object.kind.isEmpty() ? listKind.replaceFirst("List$", "") : object.kind) {
            case "Service" -> services.add(object.spec.service(object));
            case "EndpointSlice" -> slices.add(object.slices.slice(object));
            case "Node" -> nodes.add(object.node.node(object.name));
            case "Endpoints" -> slices.addAll(object.slices.subsets(object));
            default -> {}
        }
    }
}
