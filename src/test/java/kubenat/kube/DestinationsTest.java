package kubenat.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kubenat.model.packet.Address;
import kubenat.model.packet.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationsTest {
    private static final String RULES = """
            -A KUBE-SERVICES -d 10.96.0.10/32 -p udp -m comment --comment "kube-system/kube-dns:dns cluster IP" -m udp --dport 53 -j KUBE-SVC-TCOU7JCQXEZGVUNU
            -A KUBE-SERVICES -d 10.96.0.10/32 -p tcp -m comment --comment "kube-system/kube-dns:dns-tcp cluster IP" -m tcp --dport 53 -j KUBE-SVC-ERIFXISQEP7F7OF4
            -A KUBE-SERVICES -d 10.96.0.10/32 -p tcp -m comment --comment "kube-system/kube-dns:metrics cluster IP" -m tcp --dport 9153 -j KUBE-SVC-JD5MR3NA4I4DYORP
            -A KUBE-SERVICES -d 10.106.113.156/32 -p tcp -m comment --comment "default/httpd-app cluster IP" -m tcp --dport 80 -j KUBE-SVC-47MZKVTVFE2WTG5V
            -A KUBE-SERVICES -d 198.18.0.1/32 -p tcp -m comment --comment "default/httpd-app loadbalancer IP" -m tcp --dport 80 -j KUBE-SVC-47MZKVTVFE2WTG5V
            -A KUBE-SERVICES -d 10.96.0.1/32 -p tcp -m comment --comment "default/kubernetes:https cluster IP" -m tcp --dport 443 -j KUBE-SVC-NPX46M4PTMTKRN6Y
            -A KUBE-SERVICES -m comment --comment "kubernetes service nodeports; NOTE: this must be the last rule in this chain" -m addrtype --dst-type LOCAL -j KUBE-NODEPORTS
            -A KUBE-NODEPORTS -p tcp -m comment --comment "default/httpd-app" -m tcp --dport 31248 -j KUBE-MARK-MASQ
            -A KUBE-NODEPORTS -p tcp -m comment --comment "default/httpd-app" -m tcp --dport 31248 -j KUBE-SVC-47MZKVTVFE2WTG5V
            """;
    private final Entries entries = Entries.of(KubeDumps.nat(RULES));
    private final Destinations destinations = new Destinations(entries);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what the user writes     | entries
            default/httpd-app          | ClusterIP 10.106.113.156:80, load-balancer IP 198.18.0.1:80, NodePort :31248
            default/httpd-app:80       | ClusterIP 10.106.113.156:80, load-balancer IP 198.18.0.1:80, NodePort :31248
            default/kubernetes:https   | ClusterIP 10.96.0.1:443
            default/kubernetes         | ClusterIP 10.96.0.1:443
            default/kubernetes:443     | ClusterIP 10.96.0.1:443
            kube-system/kube-dns:dns   | ClusterIP 10.96.0.10:53
            kube-system/kube-dns:9153  | ClusterIP 10.96.0.10:9153
            """)
    void aNameStandsForTheEntriesOfItsServicePort(String text, String expected) throws UnknownServiceException {
        assertThat(words(destinations.named(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what the user writes     | message                                              | candidates
            kube-system/kube-dns       | kube-system/kube-dns has several ports               | [kube-system/kube-dns:dns, kube-system/kube-dns:dns-tcp, kube-system/kube-dns:metrics]
            kube-system/kube-dns:53    | kube-system/kube-dns:53 has several ports            | [kube-system/kube-dns:dns, kube-system/kube-dns:dns-tcp]
            kube-system/kube-dns:http  | kube-system/kube-dns has no port http                | [kube-system/kube-dns:dns, kube-system/kube-dns:dns-tcp, kube-system/kube-dns:metrics]
            default/httpd-ap           | the dump has no Service default/httpd-ap             | [default/httpd-app]
            default/kube-dns           | the dump has no Service default/kube-dns             | [kube-system/kube-dns]
            default/nothing-like-it    | the dump has no Service default/nothing-like-it      | []
            httpd-app                  | not the name of a Service: httpd-app (expected namespace/name or namespace/name:port) | []
            """)
    void aNameThatIsNotThereOrStandsForSeveralIsAnErrorWithNearMisses(String text, String message, String candidates) {
        assertThatThrownBy(() -> destinations.named(text))
                .isInstanceOfSatisfying(UnknownServiceException.class, unknown -> {
                    assertThat(unknown).hasMessage(message);
                    assertThat(unknown.candidates()).hasToString(candidates);
                });
    }

    @Test
    void aNodePortIsFoundByItsNumber() throws UnknownServiceException {
        assertThat(destinations.nodePort(31248)).singleElement().satisfies(entry -> {
            assertThat(entry.name()).contains(ServicePortName.parse("default/httpd-app"));
            assertThat(entry.protocol()).contains(Protocol.TCP);
        });
        assertThatThrownBy(() -> destinations.nodePort(80)).hasMessage("no Service has the NodePort 80");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # protocol | address        | port | entries
            tcp        | 10.106.113.156 | 80   | ClusterIP 10.106.113.156:80
            tcp        | 198.18.0.1     | 80   | load-balancer IP 198.18.0.1:80
            tcp        | 10.106.113.156 | 81   | ''
            udp        | 10.106.113.156 | 80   | ''
            tcp        | 30.0.1.180     | 80   | ''
            udp        | 10.96.0.10     | 53   | ClusterIP 10.96.0.10:53
            """)
    void anAddressIsAClusterIpALoadBalancersOrNeither(String protocol, String address, int port, String expected) {
        assertThat(words(entries.at(Protocol.parse(protocol), Address.parse(address), port)))
                .isEqualTo(expected);
    }

    private static String words(List<Entry> entries) {
        return String.join(
                ", ",
                entries.stream()
                        .map(entry -> entry.kind() + " " + entry.place())
                        .distinct()
                        .toList());
    }
}
