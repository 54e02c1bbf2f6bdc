package kubenat.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import kubenat.model.packet.Share;
import kubenat.testing.Dumps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicesTest {
    private static final ChainHash HASH = new ChainHash();

    /** The table for rules of nat in which {@code {name}} stands for the letters of default/web tcp, {@code {A}} and {@code {B}} for those of two endpoints. */
    private static String table(String rules) {
        String filled = rules.replace("{web}", HASH.of("default/webtcp"))
                .replace("{A}", HASH.of("default/webtcp10.1.0.1:8080"))
                .replace("{B}", HASH.of("default/webtcp10.1.0.2:8080"));
        return Services.of(KubeDumps.nat(filled)).all().stream()
                .map(ServiceWords::of)
                .collect(Collectors.joining("\n"));
    }

    private static final String ENDPOINTS = """
            -A KUBE-SEP-{A} -s 10.1.0.1/32 -m comment --comment "default/web" -j KUBE-MARK-MASQ
            -A KUBE-SEP-{A} -p tcp -m comment --comment "default/web" -m tcp -j DNAT --to-destination 10.1.0.1:8080
            -A KUBE-SEP-{B} -s 10.1.0.2/32 -m comment --comment "default/web" -j KUBE-MARK-MASQ
            -A KUBE-SEP-{B} -p tcp -m comment --comment "default/web" -m tcp -j DNAT --to-destination 10.1.0.2:8080
            """;
    private static final String BALANCED = """
            -A KUBE-SVC-{web} -m comment --comment "default/web" -m statistic --mode random --probability 0.50000000000 -j KUBE-SEP-{A}
            -A KUBE-SVC-{web} -m comment --comment "default/web" -j KUBE-SEP-{B}
            """;
    private static final String BOTH = "10.1.0.1:8080 50.00% 10.1.0.2:8080 50.00%";

    @Test
    void upTo123LoadBalancersHaveTheirRangesInFwAndTheRestIsMarkedToBeDropped() {
        String rules = """
                -A KUBE-SERVICES ! -s 10.1.0.0/16 -d 10.96.7.7/32 -p tcp -m comment --comment "default/web cluster IP" -m tcp --dport 80 -j KUBE-MARK-MASQ
                -A KUBE-SERVICES -d 10.96.7.7/32 -p tcp -m comment --comment "default/web cluster IP" -m tcp --dport 80 -j KUBE-SVC-{web}
                -A KUBE-SERVICES -d 198.18.0.1/32 -p tcp -m comment --comment "default/web loadbalancer IP" -m tcp --dport 80 -j KUBE-FW-{web}
                -A KUBE-FW-{web} -m comment --comment "default/web loadbalancer IP" -j KUBE-MARK-MASQ
                -A KUBE-FW-{web} -s 203.0.113.0/24 -m comment --comment "default/web loadbalancer IP" -j KUBE-SVC-{web}
                -A KUBE-FW-{web} -m comment --comment "default/web loadbalancer IP" -j KUBE-MARK-DROP
                """;

        assertThat(table(rules + BALANCED + ENDPOINTS))
                .isEqualTo("default/web tcp proved | ClusterIP 10.96.7.7:80 (all but Pods), "
                        + "load-balancer IP 198.18.0.1:80 (all) from [203.0.113.0/24] | "
                        + BOTH
                        + " | external Cluster, internal Cluster");
    }

    @Test
    void upTo123XlbChoosesAmongTheNodesOwnEndpoints() {
        String rules = """
                -A KUBE-SERVICES -d 10.96.7.7/32 -p tcp -m comment --comment "default/web cluster IP" -m tcp --dport 80 -j KUBE-SVC-{web}
                -A KUBE-SERVICES -d 198.18.0.1/32 -p tcp -m comment --comment "default/web loadbalancer IP" -m tcp --dport 80 -j KUBE-FW-{web}
                -A KUBE-NODEPORTS -s 127.0.0.0/8 -p tcp -m comment --comment "default/web" -m tcp --dport 30080 -j KUBE-MARK-MASQ
                -A KUBE-NODEPORTS -p tcp -m comment --comment "default/web" -m tcp --dport 30080 -j KUBE-XLB-{web}
                -A KUBE-FW-{web} -m comment --comment "default/web loadbalancer IP" -j KUBE-XLB-{web}
                -A KUBE-FW-{web} -m comment --comment "default/web loadbalancer IP" -j KUBE-MARK-DROP
                -A KUBE-XLB-{web} -s 10.1.0.0/16 -m comment --comment "Redirect pods trying to reach external loadbalancer VIP to clusterIP" -j KUBE-SVC-{web}
                -A KUBE-XLB-{web} -m comment --comment "Balancing rule 0 for default/web" -m recent --rcheck --seconds 600 --reap --name KUBE-SEP-{B} --mask 255.255.255.255 --rsource -j KUBE-SEP-{B}
                -A KUBE-XLB-{web} -m comment --comment "Balancing rule 0 for default/web" -j KUBE-SEP-{B}
                """;

        assertThat(table(rules + BALANCED + ENDPOINTS))
                .isEqualTo("default/web tcp proved | ClusterIP 10.96.7.7:80 (only an endpoint sent to itself), "
                        + "NodePort :30080 local (this node's processes), "
                        + "load-balancer IP 198.18.0.1:80 local (only an endpoint sent to itself) | "
                        + BOTH
                        + " | local 10.1.0.2:8080 100.0% | sticky 600 s | external Local, internal Cluster");
    }

    @Test
    void upTo123AnExternalIpHasTwoRulesAndIsOneEntry() {
        String rules = """
                -A KUBE-SERVICES -d 192.0.2.9/32 -p tcp -m comment --comment "default/web external IP" -m tcp --dport 80 -j KUBE-MARK-MASQ
                -A KUBE-SERVICES -d 192.0.2.9/32 -p tcp -m comment --comment "default/web external IP" -m tcp --dport 80 -m physdev ! --physdev-is-in -m addrtype ! --src-type LOCAL -j KUBE-SVC-{web}
                -A KUBE-SERVICES -d 192.0.2.9/32 -p tcp -m comment --comment "default/web external IP" -m tcp --dport 80 -m addrtype --dst-type LOCAL -j KUBE-SVC-{web}
                """;

        assertThat(table(rules + BALANCED + ENDPOINTS))
                .isEqualTo("default/web tcp proved | external IP 192.0.2.9:80 (all) | "
                        + BOTH
                        + " | external Cluster, internal unknown");
    }

    @Test
    void since124ExtLeadsToTheNodesOwnEndpointsUnderThePolicyLocal() {
        String rules = """
                -A KUBE-SERVICES -d 10.96.7.7/32 -p tcp -m comment --comment "default/web cluster IP" -m tcp --dport 80 -j KUBE-SVC-{web}
                -A KUBE-SERVICES -d 192.0.2.9/32 -p tcp -m comment --comment "default/web external IP" -m tcp --dport 80 -j KUBE-EXT-{web}
                -A KUBE-EXT-{web} -s 10.1.0.0/16 -m comment --comment "pod traffic for default/web external destinations" -j KUBE-SVC-{web}
                -A KUBE-EXT-{web} -m comment --comment "masquerade LOCAL traffic for default/web external destinations" -m addrtype --src-type LOCAL -j KUBE-MARK-MASQ
                -A KUBE-EXT-{web} -m comment --comment "route LOCAL traffic for default/web external destinations" -m addrtype --src-type LOCAL -j KUBE-SVC-{web}
                -A KUBE-EXT-{web} -j KUBE-SVL-{web}
                -A KUBE-SVC-{web} ! -s 10.1.0.0/16 -d 10.96.7.7/32 -p tcp -m comment --comment "default/web cluster IP" -m tcp --dport 80 -j KUBE-MARK-MASQ
                -A KUBE-SVL-{web} -m comment --comment "default/web -> 10.1.0.1:8080" -j KUBE-SEP-{A}
                """;

        assertThat(table(rules + BALANCED + ENDPOINTS))
                .isEqualTo("default/web tcp proved | ClusterIP 10.96.7.7:80 (all but Pods), "
                        + "external IP 192.0.2.9:80 local (this node's processes) | "
                        + BOTH
                        + " | local 10.1.0.1:8080 100.0% | external Local, internal Cluster");
    }

    @Test
    void theInternalPolicyLocalLeadsTheClusterIpToTheNodesOwnEndpoints() {
        String rules = """
                -A KUBE-SERVICES -d 10.96.7.7/32 -p tcp -m comment --comment "default/web cluster IP" -m tcp --dport 80 -j KUBE-SVL-{web}
                -A KUBE-NODEPORTS -p tcp -m comment --comment "default/web" -m tcp --dport 30080 -j KUBE-EXT-{web}
                -A KUBE-EXT-{web} -m comment --comment "masquerade traffic for default/web external destinations" -j KUBE-MARK-MASQ
                -A KUBE-EXT-{web} -j KUBE-SVC-{web}
                -A KUBE-SVL-{web} ! -s 10.1.0.0/16 -d 10.96.7.7/32 -p tcp -m comment --comment "default/web cluster IP" -m tcp --dport 80 -j KUBE-MARK-MASQ
                -A KUBE-SVL-{web} -m comment --comment "default/web -> 10.1.0.1:8080" -j KUBE-SEP-{A}
                """;

        assertThat(table(rules + BALANCED + ENDPOINTS))
                .isEqualTo(
                        "default/web tcp proved | ClusterIP 10.96.7.7:80 local (all but Pods), NodePort :30080 (all) | "
                                + BOTH
                                + " | local 10.1.0.1:8080 100.0% | external Cluster, internal Local");
    }

    @Test
    void largeClustersHaveNoCommentsOnEndpointsAndTheNameComesFromTheEntry() {
        String rules = """
                -A KUBE-SERVICES -d 10.96.7.7/32 -p tcp -m comment --comment "default/web cluster IP" -m tcp --dport 80 -j KUBE-SVC-{web}
                -A KUBE-SVC-{web} -m statistic --mode random --probability 0.50000000000 -j KUBE-SEP-{A}
                -A KUBE-SVC-{web} -j KUBE-SEP-{B}
                -A KUBE-SEP-{A} -s 10.1.0.1/32 -j KUBE-MARK-MASQ
                -A KUBE-SEP-{A} -p tcp -m tcp -j DNAT --to-destination 10.1.0.1:8080
                -A KUBE-SEP-{B} -s 10.1.0.2/32 -j KUBE-MARK-MASQ
                -A KUBE-SEP-{B} -p tcp -m tcp -j DNAT --to-destination 10.1.0.2:8080
                """;

        assertThat(table(rules))
                .isEqualTo("default/web tcp proved | ClusterIP 10.96.7.7:80 (only an endpoint sent to itself) | "
                        + BOTH
                        + " | external unknown, internal Cluster");
        assertThat(table(rules.replaceAll("-m comment --comment \"[^\"]*\" ", "")))
                .startsWith("KUBE-SVC-" + HASH.of("default/webtcp") + " tcp claimed | ClusterIP 10.96.7.7:80");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what became of the second endpoint's rules                                    | endpoints
            -A KUBE-SEP-{B} -s 10.1.0.2/32 -j KUBE-MARK-MASQ\\n-A KUBE-SEP-{B} -p tcp -m tcp -j DNAT [unsupported revision] | 10.1.0.2:8080 (recovered) 50.00%
            -A KUBE-SEP-{B} -s 10.1.0.2/32 -j KUBE-MARK-MASQ\\n-A KUBE-SEP-{B} -p tcp -m tcp -j DNAT --to-destination :0 --persistent --to-destination :0 --persistent --to-destination 0.0.0.0 --persistent | 10.1.0.2:8080 (recovered) 50.00%
            -A KUBE-SEP-{B} -s 10.1.0.2/32 -j KUBE-MARK-MASQ\\n-A KUBE-SEP-{B} -p tcp -m tcp -j DNAT --to-destination 0.0.0.0:0 | 10.1.0.2:8080 (recovered) 50.00%
            -A KUBE-SEP-{B} -p tcp -m tcp -j DNAT [unsupported revision]                     | unreadable (KUBE-SEP-{B}) 50.00% claimed
            -A KUBE-SEP-{B} -s 10.1.0.9/32 -j KUBE-MARK-MASQ\\n-A KUBE-SEP-{B} -p tcp -m tcp -j DNAT [unsupported revision] | unreadable (KUBE-SEP-{B}) 50.00% claimed
            -A KUBE-SEP-{B} -s 10.1.0.2/32 -j KUBE-MARK-MASQ                                 | unreadable (KUBE-SEP-{B}) 50.00% claimed
            -A KUBE-SEP-{B} -p tcp -m tcp -j DNAT --to-destination 10.9.9.9:8080             | 10.9.9.9:8080 50.00% edited
            -N KUBE-X                                                                        | missing chain KUBE-SEP-{B} 50.00% claimed
            """)
    void anEndpointThatCannotBeReadIsNeverShownAsARealOne(String second, String expected) {
        String rules = """
                -A KUBE-SERVICES -d 10.96.7.7/32 -p tcp -m comment --comment "default/web cluster IP" -m tcp --dport 80 -j KUBE-SVC-{web}
                -A KUBE-SEP-{A} -s 10.1.0.1/32 -j KUBE-MARK-MASQ
                -A KUBE-SEP-{A} -p tcp -m tcp -j DNAT --to-destination 10.1.0.1:8080
                """;

        String letters = HASH.of("default/webtcp10.1.0.2:8080");
        assertThat(table(rules + BALANCED + second.replace("\\n", "\n") + "\n"))
                .contains("| 10.1.0.1:8080 50.00% " + expected.replace("{B}", letters) + " |");
    }

    @Test
    void sharesMultiplyAlongTheChainAndAreExact() {
        String rules = "-A KUBE-SERVICES -d 10.96.7.7/32 -p tcp -m tcp --dport 80 -j KUBE-SVC-{web}\n"
                + "-A KUBE-SVC-{web} -m statistic --mode random --probability 0.25000000000 -j KUBE-SEP-{A}\n"
                + "-A KUBE-SVC-{web} -m statistic --mode random --probability 0.33333333349 -j KUBE-SEP-{B}\n"
                + "-A KUBE-SVC-{web} -j KUBE-SEP-{A}\n";
        Share third = Share.ofKernelProbability(715827883);

        List<Endpoint> endpoints =
                Services.of(KubeDumps.nat(rules + ENDPOINTS)).all().get(0).endpoints();

        assertThat(endpoints)
                .extracting(Endpoint::share)
                .containsExactly(
                        Share.of(1, 4).plus(Share.of(3, 4).times(third.rest())),
                        Share.of(3, 4).times(third));
    }

    @Test
    void whatAChainSendsToNoEndpointIsNoted() {
        String rules = "-A KUBE-SERVICES -d 10.96.7.7/32 -p tcp -m tcp --dport 80 -j KUBE-SVC-{web}\n"
                + "-A KUBE-SVC-{web} -m statistic --mode random --probability 0.5 -j KUBE-SEP-{A}\n";

        assertThat(table(rules + ENDPOINTS))
                .contains("10.1.0.1:8080 50.00%")
                .endsWith("| KUBE-SVC-" + HASH.of("default/webtcp") + " sends some packets to no endpoint");
    }

    @Test
    void chainsThatNoEntryLeadsToAreListedAsWhatTheyAre() {
        assertThat(table(BALANCED + ENDPOINTS))
                .isEqualTo("default/web tcp proved |  | " + BOTH
                        + " | external unknown, internal unknown | no entry in the dump leads to KUBE-SVC-"
                        + HASH.of("default/webtcp"));
    }

    @Test
    void aJumpToAChainThatIsNotThereIsNotTakenForAnEndpoint() {
        String rules =
                "-A KUBE-SERVICES -d 10.96.7.7/32 -p tcp -m comment --comment \"default/web cluster IP\" -m tcp --dport 80 -j KUBE-SVC-{web}\n";

        assertThat(table(rules))
                .isEqualTo("default/web tcp proved | ClusterIP 10.96.7.7:80 | missing chain KUBE-SVC-"
                        + HASH.of("default/webtcp") + " 100.0% claimed | external unknown, internal Cluster");
    }

    @Test
    void ipv6EndpointsAreProvedLikeOthers() {
        String web = HASH.of("ns1/svc1:p80tcp");
        String endpoint = HASH.of("ns1/svc1:p80tcp[ff06::c1]:80");
        String rules = """
                *nat
                :KUBE-SERVICES - [0:0]
                :KUBE-SVC-%1$s - [0:0]
                :KUBE-SEP-%2$s - [0:0]
                -A KUBE-SERVICES -d fd00:ab34::20/128 -p tcp -m comment --comment "ns1/svc1:p80 cluster IP" -m tcp --dport 80 -j KUBE-SVC-%1$s
                -A KUBE-SVC-%1$s ! -s fd00:10::/64 -d fd00:ab34::20/128 -p tcp -m comment --comment "ns1/svc1:p80 cluster IP" -m tcp --dport 80 -j KUBE-MARK-MASQ
                -A KUBE-SVC-%1$s -m comment --comment "ns1/svc1:p80 -> [ff06::c1]:80" -j KUBE-SEP-%2$s
                -A KUBE-SEP-%2$s -s ff06::c1/128 -m comment --comment "ns1/svc1:p80" -j KUBE-MARK-MASQ
                -A KUBE-SEP-%2$s -p tcp -m comment --comment "ns1/svc1:p80" -m tcp -j DNAT --to-destination [ff06::c1]:80
                COMMIT
                """.formatted(web, endpoint);

        assertThat(table(rules))
                .isEqualTo(
                        "ns1/svc1:p80 tcp proved | ClusterIP [fd00:ab34::20]:80 (all but Pods) | [ff06::c1]:80 100.0%"
                                + " | external unknown, internal Cluster");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            # dump of the corpus                                ; Service                 ; row
            cases/bug01-five-endpoints-looks-uneven.rules       ; default/web             ; default/web tcp proved | ClusterIP 10.96.7.7:80 (all but Pods), NodePort :30080 (all) | 10.244.1.5:8080 20.00% 10.244.2.5:8080 20.00% 10.244.3.5:8080 20.00% 10.244.4.5:8080 20.00% 10.244.5.5:8080 20.00% | external Cluster, internal Cluster
            cases/bug03-xlb-no-local-endpoints.rules            ; default/nginx-ext       ; default/nginx-ext tcp proved | ClusterIP 10.96.2.154:80 (all but Pods), NodePort :32204 local (this node's processes) has no local endpoints | 10.244.2.56:80 100.0% | local no endpoints | external Local, internal Cluster
            cases/bug10-session-affinity-same-pod.rules         ; default/memory-service  ; default/memory-service tcp proved | ClusterIP 10.96.6.6:80 (all but Pods), NodePort :31950 (all) | 10.244.1.3:80 50.00% 10.244.2.3:80 50.00% | sticky 10800 s | external Cluster, internal Cluster
            cases/bug11-stale-reject-with-endpoints.rules       ; default/web             ; default/web tcp proved | ClusterIP 10.96.7.7:80 (all but Pods) | 10.244.1.5:8080 100.0% | external unknown, internal Cluster | filter KUBE-SERVICES rule 1 refuses 10.96.7.7:80, but nat translates these packets before
            cases/bug14-userspace-portals-duplicates.rules      ; default/kubernetes      ; default/kubernetes tcp claimed | ClusterIP 10.100.0.1:443 (all) | userspace proxy 192.0.2.21:60058 100.0% claimed | external unknown, internal Cluster
            cases/bug22-dnat-unsupported-revision.rules         ; default/web             ; default/web tcp proved | ClusterIP 10.96.7.7:80 (only an endpoint sent to itself) | 10.244.1.27:9153 (recovered) 50.00% 10.244.1.40:3306 (recovered) 50.00% | external unknown, internal Cluster
            cases/seed-nodeport.rules                           ; default/httpd-test      ; default/httpd-test tcp proved | ClusterIP 10.97.122.105:80 (all but Pods) | 10.244.1.3:80 50.00% missing chain KUBE-SEP-MPQE5E3 50.00% claimed = KUBE-SEP-MPQE5E3FPNMZ422T? | external unknown, internal Cluster
            cases/seed-nodeport.rules                           ; default/httpd-app       ; default/httpd-app tcp proved | ClusterIP 10.106.113.156:80 (all but Pods), NodePort :31248 (all) | 10.244.1.2:80 50.00% 10.244.2.2:80 50.00% | external Cluster, internal Cluster
            thirdparty/kp128-TestLoadBalancer-1.rules           ; ns1/svc1:p80            ; ns1/svc1:p80 tcp proved | ClusterIP 172.30.0.41:80 (all but Pods), NodePort :3001 (all), load-balancer IP 1.2.3.4:80 (all) from [192.168.0.0/24, 203.0.113.0/25, 1.2.3.4, 5.6.7.8], load-balancer IP 5.6.7.8:80 (all) from [192.168.0.0/24, 203.0.113.0/25, 1.2.3.4, 5.6.7.8] | 10.180.0.1:80 100.0% | external Cluster, internal Cluster
            thirdparty/kp128-TestLoadBalancerReject-1.rules     ; ns1/svc1:p80            ; ns1/svc1:p80 tcp claimed | ClusterIP 172.30.0.41:80 has no endpoints, NodePort :3001 has no endpoints, external or load-balancer IP 1.2.3.4:80 has no endpoints, health-check NodePort :30000 | no endpoints | external Local, internal unknown
            thirdparty/kp128-TestInternalTrafficPolicyE2E-3.rules ; ns1/svc1              ; ns1/svc1 tcp claimed | ClusterIP 172.30.1.1:80 local has no local endpoints | no endpoints | local no endpoints | external unknown, internal Local
            thirdparty/t-k8s11-flannel-coreos.rules             ; default/redis-master    ; default/redis-master tcp proved | ClusterIP 11.1.2.87:6379 (only an endpoint sent to itself) | 10.2.3.2:6379 100.0% | external unknown, internal Cluster
            thirdparty/t-cilium-ipvs-garbled-nat.rules          ; kube-system/metrics-server ; kube-system/metrics-server tcp proved |  | 20.225.0.148:443 (recovered) 100.0% | external unknown, internal unknown | no entry in the dump leads to KUBE-SVC-QMWWTXBG7KFJQKLO
            """)
    void readsTheServicesOfDumpsOfAllEras(String dump, String name, String expected) {
        assertThat(Services.of(KubeDumps.shared("corpus/" + dump)).all().stream()
                        .filter(service -> service.label().equals(name))
                        .map(ServiceWords::of))
                .containsExactly(expected);
    }

    @Test
    void theSevenGarbledEndpointsOfARealDumpAreRecovered() {
        Services services = Services.of(KubeDumps.shared("corpus/thirdparty/t-cilium-ipvs-garbled-nat.rules"));

        assertThat(services.notes())
                .containsExactly("kube-proxy works in IPVS mode: Services are in ipsets, not in rules");
        assertThat(services.all()).flatExtracting(Service::endpoints).hasSize(7).allSatisfy(endpoint -> {
            assertThat(endpoint.state()).isEqualTo(EndpointState.RECOVERED);
            assertThat(endpoint.proof()).isEqualTo(Proof.PROVED);
        });
    }

    @Test
    void aListSaysThatLinesAreNotUnderstood() {
        Services services =
                Services.of(Dumps.rules("*nat; -A PREROUTING -m foo; -A PREROUTING --bar; *filter; :INPUT ACCEPT"));

        assertThat(services.incomplete())
                .containsExactly("2 lines are not understood, the first is line 6: unknown match module foo");
    }
}
