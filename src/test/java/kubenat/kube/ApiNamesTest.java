package kubenat.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kubenat.api.ApiServices;
import kubenat.model.ChainName;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.source.DumpException;
import org.junit.jupiter.api.Test;

class ApiNamesTest {
    private static final String SERVICE = """
            {"kind": "Service", "metadata": {"name": "httpd-app", "namespace": "default"},
             "spec": {"clusterIP": "10.106.113.156", "type": "NodePort", "ports": [{"port": 80, "protocol": "TCP", "nodePort": 31248}]}}
            """;
    private static final String OTHER = """
            {"kind": "Service", "metadata": {"name": "shop", "namespace": "prod"},
             "spec": {"clusterIP": "10.106.0.9", "ports": [{"port": 80, "protocol": "TCP"}]}}
            """;
    private static final String SLICE = """
            {"kind": "EndpointSlice",
             "metadata": {"name": "httpd-app-1", "namespace": "default", "labels": {"kubernetes.io/service-name": "httpd-app"}},
             "endpoints": [{"addresses": ["10.244.1.2"]}], "ports": [{"name": "", "port": 80, "protocol": "TCP"}]}
            """;
    private static final String RULES = """
            -A KUBE-SERVICES -d 10.106.113.156/32 -p tcp -m tcp --dport 80 -j KUBE-SVC-47MZKVTVFE2WTG5V
            -A KUBE-NODEPORTS -p tcp -m tcp --dport 31248 -j KUBE-SVC-47MZKVTVFE2WTG5V
            -A KUBE-SVC-47MZKVTVFE2WTG5V -j KUBE-SEP-JEHA6AXBK4XAVWB5
            -A KUBE-SEP-JEHA6AXBK4XAVWB5 -s 10.244.1.2/32 -j KUBE-MARK-MASQ
            -A KUBE-SEP-JEHA6AXBK4XAVWB5 -p tcp -m tcp -j DNAT --to-destination 10.244.1.2:80
            """;

    @Test
    void withoutAnyCommentTheHashesGiveTheNames() throws DumpException {
        Services services = Services.of(KubeDumps.nat(RULES), api(SERVICE, SLICE));

        assertThat(services.all().stream().map(ServiceWords::of))
                .containsExactly(
                        "default/httpd-app tcp proved | ClusterIP 10.106.113.156:80 (only an endpoint sent"
                                + " to itself), NodePort :31248 (only an endpoint sent to itself) | 10.244.1.2:80 100.0% | external Cluster, internal Cluster");
        assertThat(services.notes()).containsExactly("c.json names 2 of 2 chains by their hashes");
    }

    @Test
    void aServiceIsFoundByItsNameThoughNoRuleSaysIt() throws DumpException, UnknownServiceException {
        Destinations destinations = new Destinations(Entries.of(KubeDumps.nat(RULES), api(SERVICE)));

        assertThat(destinations.named("default/httpd-app").stream().map(Entry::place))
                .containsExactly("10.106.113.156:80", ":31248");
    }

    @Test
    void anEndpointChainIsNamedByTheSlices() throws DumpException {
        Ruleset ruleset = KubeDumps.nat("-A KUBE-SEP-JEHA6AXBK4XAVWB5 -s 10.244.1.2/32 -j KUBE-MARK-MASQ\n");
        ChainName chain = new ChainName(TableName.NAT, "KUBE-SEP-JEHA6AXBK4XAVWB5");

        assertThat(new ServiceNames(ruleset, api(SLICE)).of(chain)).hasToString("Optional[default/httpd-app]");
        assertThat(new ServiceNames(ruleset, api(OTHER)).of(chain)).isEmpty();
    }

    @Test
    void aGarbledEndpointIsRecoveredFromTheSlicesEvenWithoutAHairpinRule() throws DumpException {
        Ruleset ruleset = KubeDumps.nat(RULES.replace("--to-destination 10.244.1.2:80", "[unsupported revision]")
                .replace("-A KUBE-SEP-JEHA6AXBK4XAVWB5 -s 10.244.1.2/32 -j KUBE-MARK-MASQ\n", ""));

        assertThat(endpoints(Services.of(ruleset))).containsExactly("unreadable (KUBE-SEP-JEHA6AXBK4XAVWB5)");
        assertThat(endpoints(Services.of(ruleset, api(SERVICE, SLICE)))).containsExactly("10.244.1.2:80 (recovered)");
    }

    @Test
    void aRefusalWithoutACommentIsNamedByItsAddress() throws DumpException {
        Ruleset ruleset = KubeDumps.save("""
                *filter
                :KUBE-SERVICES - [0:0]
                -A KUBE-SERVICES -d 10.106.0.9/32 -p tcp -m tcp --dport 80 -j REJECT
                COMMIT
                """);

        assertThat(Services.of(ruleset, api(OTHER)).all().stream().map(Service::label))
                .containsExactly("prod/shop");
    }

    @Test
    void saysWhatHasNoNameAndWhichCommentsTheFileContradicts() throws DumpException {
        Ruleset ruleset = KubeDumps.nat("""
                -A KUBE-SVC-47MZKVTVFE2WTG5V -m comment --comment "prod/shop" -j KUBE-SEP-JEHA6AXBK4XAVWB5
                -A KUBE-SVC-NPX46M4PTMTKRN6Y -j KUBE-SEP-JEHA6AXBK4XAVWB5
                -A KUBE-SVC-AAAAAAAAAAAAAAAA -m comment --comment "default/httpd-app" -j KUBE-SEP-JEHA6AXBK4XAVWB5
                -A KUBE-SVC-ERIFXISQEP7F7OF4 -m comment --comment "kube-system/kube-dns:dns-tcp" -j KUBE-SEP-JEHA6AXBK4XAVWB5
                -A KUBE-SEP-JEHA6AXBK4XAVWB5 -p tcp -m tcp -j DNAT --to-destination 10.244.1.2:80
                """);

        assertThat(Services.of(ruleset, api(SERVICE, OTHER, SLICE)).notes())
                .containsExactly(
                        "c.json names 2 of 5 chains by their hashes",
                        "no name for KUBE-SVC-NPX46M4PTMTKRN6Y: nothing in c.json has these hashes",
                        "c.json has no Service port kube-system/kube-dns:dns-tcp, which the rules name",
                        "KUBE-SVC-47MZKVTVFE2WTG5V is prod/shop by its comment, but its hash is that of default/httpd-app in c.json",
                        "KUBE-SVC-AAAAAAAAAAAAAAAA is default/httpd-app by its comment, but its hash is not that of"
                                + " default/httpd-app in c.json");
    }

    private static List<String> endpoints(Services services) {
        return services.all().get(0).endpoints().stream().map(Endpoint::words).toList();
    }

    private static ApiNames api(String... objects) throws DumpException {
        String text = String.join("\n", objects);
        return new ApiNames(
                "c.json", ApiServices.read("c.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }
}
