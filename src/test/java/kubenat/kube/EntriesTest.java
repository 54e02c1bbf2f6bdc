package kubenat.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import kubenat.model.Ruleset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntriesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # dump of the corpus                          | entries
            cases/bug03-xlb-no-local-endpoints.rules      | ClusterIP tcp 10.96.0.1:443 default/kubernetes:https; ClusterIP udp 10.96.0.10:53 kube-system/kube-dns:dns; ClusterIP tcp 10.96.2.154:80 default/nginx-ext; NodePort tcp :32204 default/nginx-ext
            cases/bug14-userspace-portals-duplicates.rules| ClusterIP tcp 10.100.0.1:443 default/kubernetes; NodePort tcp :32749 default/my-nginx
            cases/bug22-dnat-unsupported-revision.rules   | ClusterIP tcp 10.96.7.7:80 default/web
            cases/bug11-stale-reject-with-endpoints.rules | ClusterIP tcp 10.96.0.1:443 default/kubernetes:https; ClusterIP udp 10.96.0.10:53 kube-system/kube-dns:dns; ClusterIP tcp 10.96.7.7:80 default/web; ClusterIP tcp 10.96.7.7:80 default/web has no endpoints
            thirdparty/kp128-TestOnlyLocalLoadBalancing-1.rules | ClusterIP tcp 172.30.0.41:80 ns1/svc1:p80; load-balancer IP tcp 1.2.3.4:80 ns1/svc1:p80; NodePort tcp :3001 ns1/svc1:p80; health-check NodePort tcp :30000 ns1/svc1:p80
            thirdparty/kp128-TestNodePortReject-1.rules   | ClusterIP tcp 172.30.0.41:80 ns1/svc1:p80 has no endpoints; NodePort tcp :3001 ns1/svc1:p80 has no endpoints
            thirdparty/kp128-TestLoadBalancerReject-1.rules | ClusterIP tcp 172.30.0.41:80 ns1/svc1:p80 has no endpoints; external or load-balancer IP tcp 1.2.3.4:80 ns1/svc1:p80 has no endpoints; NodePort tcp :3001 ns1/svc1:p80 has no endpoints; health-check NodePort tcp :30000 ns1/svc1:p80
            thirdparty/t-cilium-ipvs-garbled-nat.rules    | ''
            """)
    void listsHowServicePortsAreReachedInAllEras(String dump, String expected) {
        Ruleset ruleset = KubeDumps.shared("corpus/" + dump);

        String entries = Entries.of(ruleset).all().stream()
                .map(EntriesTest::words)
                .distinct()
                .collect(Collectors.joining("; "));

        assertThat(entries).isEqualTo(expected);
    }

    private static String words(Entry entry) {
        return entry.kind()
                + entry.protocol().map(protocol -> " " + protocol).orElse("")
                + " "
                + entry.place()
                + entry.name().map(name -> " " + name).orElse("")
                + entry.refused().map(why -> " " + why).orElse("");
    }
}
