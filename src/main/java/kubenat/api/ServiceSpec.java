package kubenat.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kubenat.json.BadJson;
import kubenat.json.JsonStream;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Protocol;

/** The fields {@code spec} and {@code status.loadBalancer} of a Service while it is read. */
final class ServiceSpec {
    /** For how long clients return, if the API says only that they do (v1.DefaultClientIPServiceAffinitySeconds). */
    private static final long AFFINITY_SECONDS = 10800;

    private String type = "ClusterIP";
    private Optional<Address> clusterIp = Optional.empty();
    private List<Address> clusterIps = List.of();
    private List<Address> externalIps = List.of();
    private final List<Address> loadBalancerIps = new ArrayList<>();
    private List<Cidr> sourceRanges = List.of();
    private final List<ApiPort> ports = new ArrayList<>();
    private boolean affine;
    private long affinitySeconds = AFFINITY_SECONDS;
    private String external = "Cluster";
    private String internal = "Cluster";
    private OptionalInt healthCheckNodePort = OptionalInt.empty();

    void read(JsonStream json, ApiText text) throws BadJson {
        json.object(field -> {
            switch (field) {
                case "type" -> type = text.shared();
                case "clusterIP" -> clusterIp = text.address();
                case "clusterIPs" -> clusterIps = text.addresses();
                case "externalIPs" -> externalIps = text.addresses();
                case "loadBalancerSourceRanges" -> sourceRanges = text.networks();
                case "ports" -> json.array(() -> ports.add(port(json, text)));
                case "sessionAffinity" -> affine = text.shared().equals("ClientIP");
                case "sessionAffinityConfig" -> affinity(json);
                case "externalTrafficPolicy" -> external = text.shared();
                case "internalTrafficPolicy" -> internal = text.shared();
                case "healthCheckNodePort" -> healthCheckNodePort = nonZero(text.port());
                default -> {}
            }
        });
    }

    private void affinity(JsonStream json) throws BadJson {
        json.object(field -> {
            if (field.equals("clientIP")) {
                json.object(inner -> {
                    if (inner.equals("timeoutSeconds")) {
                        affinitySeconds = json.number().orElse(AFFINITY_SECONDS);
                    }
                });
            }
        });
    }

    private static ApiPort port(JsonStream json, ApiText text) throws BadJson {
        PortFields port = new PortFields();
        json.object(field -> port.read(field, json, text));
        return new ApiPort(port.name, port.protocol, port.port.orElse(0), port.target, nonZero(port.nodePort));
    }

    private static OptionalInt nonZero(OptionalInt port) {
        return port.orElse(0) == 0 ? OptionalInt.empty() : port;
    }

    void readLoadBalancer(JsonStream json, ApiText text) throws BadJson {
        json.object(field -> {
            if (field.equals("ingress")) {
                json.array(() -> ingress(json, text));
            }
        });
    }

    private void ingress(JsonStream json, ApiText text) throws BadJson {
        json.object(field -> {
            if (field.equals("ip")) {
                text.address().ifPresent(loadBalancerIps::add);
            }
        });
    }

    ApiService service(ApiObject object) {
        return new ApiService(
                object.namespace,
                object.name,
                type,
                clusterIps.isEmpty() ? clusterIp.stream().toList() : clusterIps,
                externalIps,
                loadBalancerIps,
                sourceRanges,
                ports,
                affine ? affinitySeconds : 0,
                external,
                internal,
                healthCheckNodePort,
                object.otherProxy,
                object.place);
    }

    /** One port of a Service or a slice while it is read. */
    static final class PortFields {
        Optional<String> name = Optional.empty();
        Protocol protocol = Protocol.TCP;
        OptionalInt port = OptionalInt.empty();
        String target = "";
        OptionalInt nodePort = OptionalInt.empty();

        void read(String field, JsonStream json, ApiText text) throws BadJson {
            switch (field) {
                case "name" -> name = text.name();
                case "protocol" -> protocol = text.protocol();
                case "port" -> port = text.port();
                case "targetPort" -> target = json.textOrNumber().orElse("");
                case "nodePort" -> nodePort = text.port();
                default -> {}
            }
        }
    }
}
