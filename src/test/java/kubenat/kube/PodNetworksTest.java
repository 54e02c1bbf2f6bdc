package kubenat.kube;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodNetworksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # dump                                             | networks      | why
            cases/seed-nodeport.rules                          | 10.244.0.0/16 | nat KUBE-SVC-NPX46M4PTMTKRN6Y rule 1 treats 10.244.0.0/16 as the network of Pods
            cases/bug03-xlb-no-local-endpoints.rules           | 10.244.0.0/16 | nat KUBE-SERVICES rule 1 treats 10.244.0.0/16 as the network of Pods
            thirdparty/t-cilium-ipvs-garbled-nat.rules         | 10.42.0.0/16  | nat KUBE-SERVICES rule 2 treats 10.42.0.0/16 as the network of Pods
            thirdparty/t-k8s11-flannel-coreos.rules            | 10.2.0.0/16   | nat POSTROUTING rule 2 of flannel keeps addresses within 10.2.0.0/16
            thirdparty/t-k3s-2026-excerpt-filter.rules         | 10.42.0.0/16  | filter FLANNEL-FWD rule 1 of flannel keeps addresses within 10.42.0.0/16
            thirdparty/kp128-TestOnlyLocalLoadBalancing-1.rules | 10.0.0.0/8   | nat KUBE-SVC-XPGD46QRK7WJZT7O rule 1 treats 10.0.0.0/8 as the network of Pods
            """)
    void findsTheNetworkAndTheRuleThatTellsIt(String dump, String networks, String why) {
        assertThat(PodNetworks.of(KubeDumps.shared("corpus/" + dump))).hasValueSatisfying(found -> {
            assertThat(found).hasToString(networks);
            assertThat(found.why()).isEqualTo(why);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # rules of the nat table                                              | networks
            -A KUBE-XLB-E3ZCWTDGY4D3CK2O -s 10.9.0.0/16 -j KUBE-SVC-E3ZCWTDGY4D3CK2O | 10.9.0.0/16
            -A KUBE-XLB-E3ZCWTDGY4D3CK2O ! -i cni0 -j KUBE-MARK-MASQ              |
            -A KUBE-XLB-E3ZCWTDGY4D3CK2O -s 127.0.0.0/8 -j KUBE-MARK-MASQ         |
            -A KUBE-XLB-E3ZCWTDGY4D3CK2O ! -s 127.0.0.0/8 -j KUBE-MARK-MASQ       |
            -A KUBE-XLB-E3ZCWTDGY4D3CK2O ! -s 10.9.0.1/32 -j KUBE-MARK-MASQ       |
            -A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE            |
            -A FLANNEL-POSTRTG -s 10.7.0.0/16 -d 10.7.0.0/16 -j RETURN            | 10.7.0.0/16
            """)
    void aLoopbackASingleAddressOrAnInterfaceIsNoPodNetwork(String rule, String networks) {
        String entry = "-A KUBE-NODEPORTS -p tcp -m tcp --dport 30000 -j KUBE-XLB-E3ZCWTDGY4D3CK2O\n";

        assertThat(PodNetworks.of(KubeDumps.nat(entry + rule + "\n"))
                        .map(PodNetworks::toString)
                        .orElse(null))
                .isEqualTo(networks);
    }

    @Test
    void kubeProxysWordCountsMoreThanANetworkPlugins() {
        String rules = """
                -A POSTROUTING -s 10.244.0.0/16 -d 10.244.0.0/16 -j RETURN
                -A KUBE-SERVICES ! -s 10.200.0.0/14 -d 10.96.0.1/32 -p tcp -m tcp --dport 443 -j KUBE-MARK-MASQ
                """;

        assertThat(PodNetworks.of(KubeDumps.nat(rules)))
                .map(PodNetworks::toString)
                .contains("10.200.0.0/14");
    }

    @Test
    void severalNetworksAreAllNamedOnce() {
        String rules = """
                -A KUBE-SERVICES ! -s 10.1.0.0/16 -d 10.96.0.1/32 -p tcp -m tcp --dport 443 -j KUBE-MARK-MASQ
                -A KUBE-SERVICES ! -s 10.2.0.0/16 -d 10.96.0.2/32 -p tcp -m tcp --dport 443 -j KUBE-MARK-MASQ
                -A KUBE-SERVICES ! -s 10.1.0.0/16 -d 10.96.0.3/32 -p tcp -m tcp --dport 443 -j KUBE-MARK-MASQ
                """;

        assertThat(PodNetworks.of(KubeDumps.nat(rules)))
                .map(PodNetworks::toString)
                .contains("10.1.0.0/16, 10.2.0.0/16");
    }
}
