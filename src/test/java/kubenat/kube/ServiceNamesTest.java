package kubenat.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.TableName;
import kubenat.model.packet.Address;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;
import kubenat.trace.SourceClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # dump                                      | chain                       | name and proof
            cases/seed-nodeport.rules                   | KUBE-SVC-47MZKVTVFE2WTG5V   | default/httpd-app proved
            cases/seed-nodeport.rules                   | KUBE-SEP-MPQE5E3FPNMZ422T   | default/httpd-test proved
            cases/seed-nodeport.rules                   | KUBE-SERVICES               |
            cases/seed-nodeport.rules                   | DOCKER                      |
            cases/bug22-dnat-unsupported-revision.rules | KUBE-SVC-LOLE4ISW44XBNF3G   | default/web proved
            cases/bug22-dnat-unsupported-revision.rules | KUBE-SEP-5XJLPAPIVZGJYLCO   | default/web proved
            thirdparty/t-cilium-ipvs-garbled-nat.rules  | KUBE-SEP-XDAKEI2XLX7RCSFE   | default/kubernetes:https proved
            thirdparty/t-k8s11-flannel-coreos.rules     | KUBE-SVC-6N4SJQIF3IX3FORG   | default/kubernetes proved
            thirdparty/kp128-TestOnlyLocalLoadBalancing-1.rules | KUBE-EXT-XPGD46QRK7WJZT7O | ns1/svc1:p80 proved
            """)
    void readsTheServicePortOfAChainAndProvesItByTheHash(String dump, String chain, String expected) {
        assertThat(words(KubeDumps.shared("corpus/" + dump), chain)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # rule                                                                                           | chain | name and proof
            -A KUBE-SVC-47MZKVTVFE2WTG5V -m comment --comment "default/httpd-app" -j KUBE-SEP-JEHA6AXBK4XAVWB5 | KUBE-SVC-47MZKVTVFE2WTG5V | default/httpd-app proved
            -A KUBE-SVC-47MZKVTVFE2WTG5V -m comment --comment "prod/shop" -j KUBE-SEP-JEHA6AXBK4XAVWB5         | KUBE-SVC-47MZKVTVFE2WTG5V | prod/shop edited
            -A KUBE-SVC-47MZKVTVFE2WTG5V -j KUBE-SEP-JEHA6AXBK4XAVWB5                                        | KUBE-SVC-47MZKVTVFE2WTG5V |
            -A KUBE-SEP-JEHA6AXBK4XAVWB5 -p tcp -m comment --comment "default/httpd-app" -m tcp -j DNAT --to-destination 10.244.1.2:80 | KUBE-SEP-JEHA6AXBK4XAVWB5 | default/httpd-app proved
            -A KUBE-SEP-JEHA6AXBK4XAVWB5 -p tcp -m comment --comment "default/httpd-app" -m tcp -j DNAT --to-destination 10.244.1.9:80 | KUBE-SEP-JEHA6AXBK4XAVWB5 | default/httpd-app edited
            -A KUBE-SEP-JEHA6AXBK4XAVWB5 -s 10.244.1.2/32 -m comment --comment "default/httpd-app" -j KUBE-MARK-MASQ | KUBE-SEP-JEHA6AXBK4XAVWB5 | default/httpd-app claimed
            -A KUBE-SVC-47MZKVTV -m comment --comment "default/httpd-app" -j KUBE-SEP-JEHA6AXBK4XAVWB5        | KUBE-SVC-47MZKVTV | default/httpd-app proved
            """)
    void saysHowSureANameIs(String rule, String chain, String expected) {
        assertThat(words(KubeDumps.nat(rule + "\n"), chain)).isEqualTo(expected);
    }

    @Test
    void withoutCommentsOnEndpointsTheHashFindsTheNameAmongTheEntries() {
        String rules = """
                -A KUBE-SERVICES -d 10.96.0.1/32 -p tcp -m comment --comment "default/kubernetes:https cluster IP" -m tcp --dport 443 -j KUBE-SVC-NPX46M4PTMTKRN6Y
                -A KUBE-SERVICES -d 10.97.0.1/32 -p tcp -m comment --comment "default/httpd-app cluster IP" -m tcp --dport 80 -j KUBE-SVC-47MZKVTVFE2WTG5V
                -A KUBE-SVC-47MZKVTVFE2WTG5V -j KUBE-SEP-JEHA6AXBK4XAVWB5
                -A KUBE-SEP-JEHA6AXBK4XAVWB5 -p tcp -m tcp -j DNAT --to-destination 10.244.1.2:80
                """;

        assertThat(words(KubeDumps.nat(rules), "KUBE-SVC-47MZKVTVFE2WTG5V")).isEqualTo("default/httpd-app proved");
        assertThat(words(KubeDumps.nat(rules), "KUBE-SEP-JEHA6AXBK4XAVWB5")).isEqualTo("default/httpd-app proved");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cases/seed-nodeport.rules",
                "cases/bug22-dnat-unsupported-revision.rules",
                "thirdparty/t-cilium-ipvs-garbled-nat.rules"
            })
    void namesThatWereAskedForBeforeAreNoOthers(String dump) {
        Ruleset ruleset = KubeDumps.shared("corpus/" + dump);
        ServiceNames asked = new ServiceNames(ruleset);
        List<ChainName> chains = ruleset.tables().stream()
                .flatMap(Table::chains)
                .map(Chain::name)
                .toList();

        chains.forEach(asked::named);

        assertThat(chains)
                .hasSizeGreaterThan(5)
                .allSatisfy(chain -> assertThat(asked.named(chain)).isEqualTo(new ServiceNames(ruleset).named(chain)));
    }

    @Test
    void aCutNameIsRepairedIfJustOneDeclaredChainBeginsSo() {
        ServiceNames names = new ServiceNames(KubeDumps.shared("corpus/cases/seed-nodeport.rules"));

        assertThat(names.repaired(nat("KUBE-SEP-MPQE5E3"))).contains(nat("KUBE-SEP-MPQE5E3FPNMZ422T"));
        assertThat(names.repaired(nat("KUBE-SEP-"))).isEmpty();
        assertThat(names.repaired(nat("KUBE-SEP-MPQE5E3FPNMZ422T"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # dump                                      | destination    | port  | names of the outcomes
            cases/seed-nodeport.rules                   | 30.0.1.180     | 31248 | [default/httpd-app proved NodePort 10.244.1.2:80, default/httpd-app proved NodePort 10.244.2.2:80]
            cases/seed-nodeport.rules                   | 10.106.113.156 | 80    | [default/httpd-app proved ClusterIP 10.244.1.2:80, default/httpd-app proved ClusterIP 10.244.2.2:80]
            cases/seed-nodeport.rules                   | 10.97.122.105  | 80    | [default/httpd-test proved ClusterIP 10.244.1.3:80, default/httpd-test proved ClusterIP -]
            cases/seed-nodeport.rules                   | 10.99.9.9      | 80    | [- - -]
            cases/bug03-xlb-no-local-endpoints.rules    | 30.0.1.180     | 32204 | [default/nginx-ext proved NodePort -]
            cases/bug22-dnat-unsupported-revision.rules | 10.96.7.7      | 80    | [default/web proved ClusterIP 10.244.1.27:9153 recovered, default/web proved ClusterIP 10.244.1.40:3306 recovered]
            """)
    void namesServiceEndpointAndEntryOfAnOutcome(String dump, String to, int port, String expected) {
        assertThat(outcomes(KubeDumps.shared("corpus/" + dump), to, port)).hasToString(expected);
    }

    @Test
    void namesTheServicePortThatRefuses() {
        Ruleset ruleset = KubeDumps.save("""
                *filter
                :FORWARD ACCEPT [0:0]
                :KUBE-SERVICES - [0:0]
                -A FORWARD -m conntrack --ctstate NEW -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
                -A KUBE-SERVICES -d 10.96.7.7/32 -p tcp -m comment --comment "default/web has no endpoints" -m tcp --dport 80 -j REJECT
                COMMIT
                """);

        assertThat(outcomes(ruleset, "10.96.7.7", 80)).containsExactly("default/web claimed ClusterIP -");
    }

    private static List<String> outcomes(Ruleset ruleset, String to, int port) {
        Question question =
                Question.to(Protocol.TCP, Address.parse(to), NumberSet.of(port)).from(Set.of(SourceClass.OUTSIDE));
        ServiceNames names = new ServiceNames(ruleset);
        return new ServiceTracer(ruleset, Surroundings.UNKNOWN)
                .trace(question).cases().get(0).outcomes().stream()
                        .map(names::ofOutcome)
                        .map(ServiceNamesTest::words)
                        .distinct()
                        .toList();
    }

    private static ChainName nat(String name) {
        return new ChainName(TableName.NAT, name);
    }

    private static String words(Ruleset ruleset, String chain) {
        return new ServiceNames(ruleset)
                .named(nat(chain))
                .map(named -> named.name() + " " + named.proof())
                .orElse(null);
    }

    private static String words(OutcomeNames names) {
        return names.service().map(named -> named.name() + " " + named.proof()).orElse("-")
                + " "
                + names.entry().map(EntryKind::toString).orElse("-")
                + " "
                + names.endpoint().orElse("-")
                + (names.recovered() ? " recovered" : "");
    }
}
