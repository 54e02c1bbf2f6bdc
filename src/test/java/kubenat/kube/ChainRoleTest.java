package kubenat.kube;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainRoleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # chain                    | role            | letters
            KUBE-SERVICES              | SERVICES        |
            KUBE-NODEPORTS             | NODEPORTS       |
            KUBE-EXTERNAL-SERVICES     | EXTERNAL_SERVICES |
            KUBE-SVC-NPX46M4PTMTKRN6Y  | SVC             | NPX46M4PTMTKRN6Y
            KUBE-SVL-NPX46M4PTMTKRN6Y  | SVL             | NPX46M4PTMTKRN6Y
            KUBE-SEP-MPQE5E3           | SEP             | MPQE5E3
            KUBE-EXT-NPX46M4PTMTKRN6Y  | EXT             | NPX46M4PTMTKRN6Y
            KUBE-FW-NPX46M4PTMTKRN6Y   | FW              | NPX46M4PTMTKRN6Y
            KUBE-XLB-NPX46M4PTMTKRN6Y  | XLB             | NPX46M4PTMTKRN6Y
            KUBE-MARK-MASQ             | MARK_MASQ       |
            KUBE-MARK-DROP             | MARK_DROP       |
            KUBE-POSTROUTING           | POSTROUTING     |
            KUBE-FIREWALL              | FIREWALL        |
            KUBE-FORWARD               | FORWARD         |
            KUBE-PROXY-FIREWALL        | PROXY_FIREWALL  |
            KUBE-PROXY-CANARY          | CANARY          |
            KUBE-KUBELET-CANARY        | CANARY          |
            KUBE-IPTABLES-HINT         | HINT            |
            KUBE-PORTALS-CONTAINER     | PORTALS         |
            KUBE-NODEPORT-HOST         | PORTAL_NODEPORTS |
            KUBE-NODE-PORT             | IPVS            |
            KUBE-NODE-PORT-LOCAL-TCP   | IPVS            |
            KUBE-POD-FW-4BDGZEWEU32YM75H | NONE          |
            KUBE-ROUTER-INPUT          | NONE            |
            KUBE-X                     | NONE            |
            XKUBE-SERVICES             | NONE            |
            PREROUTING                 | NONE            |
            """)
    void aChainsNameTellsItsRole(String chain, ChainRole role, String letters) {
        assertThat(ChainRole.of(chain)).isEqualTo(role);
        assertThat(ChainRole.letters(chain).orElse(null)).isEqualTo(letters);
    }
}
