package kubenat.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Protocol;
import kubenat.source.DumpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiServicesTest {
    private static final String SERVICE = """
            {"apiVersion": "v1", "kind": "Service",
             "metadata": {"annotations": {"x": "{}"}, "name": "web", "namespace": "shop"},
             "spec": {"type": "LoadBalancer", "clusterIP": "10.96.0.5", "clusterIPs": ["10.96.0.5", "fd00::5"],
               "externalIPs": ["192.0.2.7"], "loadBalancerSourceRanges": ["203.0.113.0/24"], "selector": {"app": "web"},
               "ports": [{"name": "http", "port": 80, "protocol": "TCP", "targetPort": "web", "nodePort": 31080}],
               "sessionAffinity": "ClientIP", "sessionAffinityConfig": {"clientIP": {"timeoutSeconds": 600}},
               "externalTrafficPolicy": "Local", "internalTrafficPolicy": "Cluster", "healthCheckNodePort": 32000},
             "status": {"loadBalancer": {"ingress": [{"ip": "198.51.100.9"}, {"hostname": "lb.example.com"}]}}}
            """;
    private static final String SLICE = """
            {"addressType": "IPv4", "apiVersion": "discovery.k8s.io/v1",
             "endpoints": [
               {"addresses": ["10.244.1.2"], "conditions": {"ready": true, "serving": true, "terminating": false},
                "nodeName": "node-1", "targetRef": {"kind": "Pod", "namespace": "shop", "name": "web-1", "uid": "1"}},
               {"addresses": ["10.244.1.3"], "conditions": {"ready": false, "terminating": true},
                "hints": {"forZones": [{"name": "zone-a"}]}}],
             "kind": "EndpointSlice",
             "metadata": {"labels": {"kubernetes.io/service-name": "web"}, "name": "web-abcde", "namespace": "shop"},
             "ports": [{"name": "http", "port": 8080, "protocol": "TCP"}]}
            """;
    /** Tests of values do not look at places. */
    private static final ApiPlace NOWHERE = new ApiPlace("", 1, 1);

    private static final ApiService WEB = new ApiService(
            "shop",
            "web",
            "LoadBalancer",
            List.of(Address.parse("10.96.0.5"), Address.parse("fd00::5")),
            List.of(Address.parse("192.0.2.7")),
            List.of(Address.parse("198.51.100.9")),
            List.of(Cidr.parse("203.0.113.0/24")),
            List.of(new ApiPort(Optional.of("http"), Protocol.TCP, 80, "web", OptionalInt.of(31080))),
            600,
            "Local",
            "Cluster",
            OptionalInt.of(32000),
            false,
            NOWHERE);
    private static final ApiSlice WEB_SLICE = new ApiSlice(
            "shop",
            "web-abcde",
            Optional.of("web"),
            List.of(new ApiSlicePort(Optional.of("http"), Protocol.TCP, OptionalInt.of(8080))),
            List.of(
                    new ApiEndpoint(
                            List.of(Address.parse("10.244.1.2")),
                            true,
                            true,
                            false,
                            Optional.of("node-1"),
                            Optional.of("Pod shop/web-1"),
                            false),
                    new ApiEndpoint(
                            List.of(Address.parse("10.244.1.3")),
                            false,
                            false,
                            true,
                            Optional.empty(),
                            Optional.empty(),
                            true)),
            NOWHERE);

    @Test
    void readsServicesAndSlicesInWhateverOrderTheirFieldsStand() throws DumpException {
        ApiServices api = read("{\"items\": [" + SERVICE + "," + SLICE + "], \"kind\": \"List\"}");

        assertThat(api.services())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("place")
                .containsExactly(WEB);
        assertThat(api.slices())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("place")
                .containsExactly(WEB_SLICE);
    }

    @Test
    void readsObjectsOneAfterTheOtherAndItemsThatLeaveTheirKindToTheList() throws DumpException {
        String item = SERVICE.replace("\"apiVersion\": \"v1\", \"kind\": \"Service\",", "");
        ApiServices api = read("{\"items\": [" + item + "], \"kind\": \"ServiceList\"}\n" + SLICE);

        assertThat(api.services())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("place")
                .containsExactly(WEB);
        assertThat(api.slices())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("place")
                .containsExactly(WEB_SLICE);
    }

    @Test
    void readsTheEndpointsOfOlderClusters() throws DumpException {
        ApiServices api = read("""
                {"kind": "Endpoints", "metadata": {"name": "web", "namespace": "shop"}, "subsets": [
                  {"addresses": [{"ip": "10.244.1.2", "nodeName": "node-1"}],
                   "notReadyAddresses": [{"ip": "10.244.1.3"}], "ports": [{"port": 53, "protocol": "UDP"}]}]}
                """);

        assertThat(api.slices())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("place")
                .containsExactly(new ApiSlice(
                        "shop",
                        "web",
                        Optional.of("web"),
                        List.of(new ApiSlicePort(Optional.empty(), Protocol.UDP, OptionalInt.of(53))),
                        List.of(endpoint("10.244.1.2", true, "node-1"), endpoint("10.244.1.3", false, "")),
                        NOWHERE));
    }

    @Test
    void whatIsAbsentIsAsTheApiReadsItThen() throws DumpException {
        ApiServices api = read("""
                {"kind": "Service", "metadata": {"name": "a", "namespace": "b"}, "spec": {"clusterIP": "None", "ports": null}}
                """);

        assertThat(api.services())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("place")
                .containsExactly(new ApiService(
                        "b",
                        "a",
                        "ClusterIP",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        "Cluster",
                        "Cluster",
                        OptionalInt.empty(),
                        false,
                        NOWHERE));
    }

    @Test
    void knowsWhereANameStands() throws DumpException {
        ApiServices api = read("{\"items\": [" + SERVICE + "," + SLICE + "], \"kind\": \"List\"}");

        assertThat(api.services().get(0).place()).isEqualTo(new ApiPlace("c.json", 2, 51));
        assertThat(api.slices().get(0).place()).isEqualTo(new ApiPlace("c.json", 16, 72));
    }

    @Test
    void readsTheAddressesOfNodes() throws DumpException {
        ApiServices api = read("""
                {"kind": "Node", "metadata": {"name": "n1"}, "spec": {"podCIDR": "10.244.0.0/24"}, "status": {"addresses": [
                  {"address": "192.0.2.5", "type": "InternalIP"}, {"address": "n1.example", "type": "Hostname"}]}}
                """ + SERVICE);

        assertThat(api.nodes()).containsExactly(new ApiNode("n1", List.of(Address.parse("192.0.2.5"))));
    }

    @Test
    void knowsTheServicesOfOtherProxies() throws DumpException {
        String labels = "\"metadata\": {\"labels\": {\"service.kubernetes.io/service-proxy-name\": \"mine\"},";

        assertThat(read(SERVICE.replace("\"metadata\": {", labels))
                        .services()
                        .get(0)
                        .otherProxy())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # text                                                 | message
            {"items": [}                                           | c.json:1:12: not JSON: Unexpected close marker '}': expected ']'
            {"kind": "Service", "spec": {"clusterIP": {}}}         | c.json:1:43: expected a text, found an object
            {"kind": "Deployment", "spec": {"clusterIP": {}}}      | c.json: no Service and no EndpointSlice in it
            """)
    void whatIsNoneOfTheseIsSaidWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(DumpException.class).hasMessage(message);
    }

    private static ApiEndpoint endpoint(String address, boolean ready, String node) {
        return new ApiEndpoint(
                List.of(Address.parse(address)),
                ready,
                ready,
                false,
                Optional.of(node).filter(name -> !name.isEmpty()),
                Optional.empty(),
                false);
    }

    private static ApiServices read(String text) throws DumpException {
        return ApiServices.read("c.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
