package kubenat.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # chain                     | owner
            KUBE-SERVICES               | kube-proxy
            KUBE-SEP-MPQE5E3FPNMZ422T   | kube-proxy
            KUBE-LOAD-BALANCER          | kube-proxy
            KUBE-FIREWALL               | kubelet
            KUBE-MARK-DROP              | kubelet
            KUBE-KUBELET-CANARY         | kubelet
            KUBE-ROUTER-INPUT           | kube-router
            KUBE-POD-FW-4BDGZEWEU32YM75H| kube-router
            DOCKER                      | Docker
            DOCKER-ISOLATION-STAGE-1    | Docker
            CNI-DN-cf24375a224f78c22a7b1| CNI portmap
            CNI-HOSTPORT-MASQ           | CNI portmap
            CNI-cf24375a224f78c22a7b12f0| CNI plugin
            cali-PREROUTING             | Calico
            CILIUM_POST_nat             | Cilium
            FLANNEL-POSTRTG             | flannel
            ISTIO_REDIRECT              | Istio
            IP-MASQ-AGENT               | ip-masq-agent
            IN_public_allow             | firewalld
            ufw-before-input            | ufw
            NETAVARK-DN-1D8721804F16F   | podman
            neutron-linuxbri-OUTPUT     | OpenStack
            LIBVIRT_PRT                 | libvirt
            ts-postrouting              | Tailscale
            AWS-SNAT-CHAIN-0            | AWS VPC CNI
            WEAVE-NPC                   | weave
            f2b-sshd                    | fail2ban
            fail2ban-ssh                | fail2ban
            LOG_DROP                    | unknown
            DOCKERS                     | unknown
            KUBE-X                      | unknown
            PREROUTING                  | unknown
            """)
    void aChainsNameTellsWhoWroteIt(String chain, String owner) {
        assertThat(Owner.of(new ChainName(TableName.NAT, chain))).hasToString(owner);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # rule                                                                                  | owner
            -A PREROUTING -m comment --comment "kubernetes service portals" -j KUBE-SERVICES        | kube-proxy
            -A POSTROUTING -m comment --comment "kubernetes service traffic requiring SNAT" -m mark --mark 0x4d415351 -j MASQUERADE | kube-proxy
            -A INPUT -j KUBE-FIREWALL                                                               | kubelet
            -A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER                                    | Docker
            -A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE                              | Docker
            -A POSTROUTING -s 10.244.0.0/16 -d 10.244.0.0/16 -j RETURN                              | flannel
            -A POSTROUTING -s 10.244.0.0/16 ! -d 224.0.0.0/4 -j MASQUERADE                          | flannel
            -A POSTROUTING ! -s 10.244.0.0/16 -d 10.244.0.0/24 -j RETURN                            | flannel
            -A POSTROUTING ! -s 10.244.0.0/16 -d 10.244.0.0/16 -j MASQUERADE                        | flannel
            -A POSTROUTING -s 172.18.0.0/16 ! -o br-0123456789ab -j MASQUERADE                      | Docker
            -A POSTROUTING -s 172.17.0.2/32 -d 172.17.0.2/32 -p tcp -m tcp --dport 80 -j MASQUERADE | Docker
            -A POSTROUTING -s 192.168.1.0/24 ! -o br-lan -j MASQUERADE                              | unknown
            -A POSTROUTING -s 172.17.0.2/32 -d 172.17.0.3/32 -p tcp -m tcp --dport 80 -j MASQUERADE | unknown
            -A INPUT -d 169.254.20.10/32 -p udp -m udp --dport 53 -m comment --comment "NodeLocal DNS Cache: allow DNS traffic" -j ACCEPT | NodeLocal DNSCache
            -A POSTROUTING -s 10.244.0.0/16 -j MASQUERADE                                           | unknown
            -A POSTROUTING -s 192.168.122.0/24 -o virbr0 -j MASQUERADE                              | libvirt
            -A PREROUTING -m comment --comment "AWS, CONNMARK" -j CONNMARK --restore-mark           | AWS VPC CNI
            -A PREROUTING -m comment --comment "cali:6gwbT8clXdHdC1b1" -j cali-PREROUTING           | Calico
            -A DOCKER -p tcp -m tcp --dport 80 -j DNAT --to-destination 172.17.0.2:80               | Docker
            -A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 172.17.0.2:80           | unknown
            """)
    void aRulesChainTargetAndShapeTellWhoWroteIt(String line, String owner) {
        Ruleset ruleset = KubeDumps.nat(line + "\n");

        Rule rule = ruleset.table(TableName.NAT)
                .orElseThrow()
                .chains()
                .findFirst()
                .orElseThrow()
                .rules()
                .get(0);

        assertThat(Owner.of(rule)).hasToString(owner);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # dump                                    | owners of its rules
            cases/seed-nodeport.rules                 | {Docker=4, flannel=4, kube-proxy=55, kubelet=1}
            thirdparty/eks-aws-network-1-nat.rules    | {AWS VPC CNI=7, kube-proxy=36}
            thirdparty/run-netavark-v4.rules          | {podman=19}
            thirdparty/run-cni-portmap-S-nat.rules    | {CNI plugin=6, CNI portmap=21}
            thirdparty/t-calico-ipvs-excerpt.rules    | {Calico=13, Docker=1, kube-proxy=1}
            thirdparty/t-cilium-ipvs-garbled-nat.rules | {Cilium=3, Docker=4, kube-proxy=35, kubelet=1}
            thirdparty/t-istio-08-sidecar.rules       | {Istio=10}
            thirdparty/t-k3s-2026-excerpt-filter.rules | {NetBird=3, flannel=3, kube-proxy=12, kube-router=21, kubelet=3}
            thirdparty/nn-ufw-server1.rules           | {ufw=70}
            thirdparty/moby-doc-swarm-portmap-0-filter.rules | {Docker=18}
            thirdparty/openwrt-indented.rules         | {unknown=3}
            """)
    void everyRuleOfDumpsByOneOrTwoProgramsHasItsOwner(String dump, String owners) {
        Ruleset ruleset = KubeDumps.shared("corpus/" + dump);

        Map<String, Long> counted = ruleset.tables().stream()
                .flatMap(table -> table.chains())
                .flatMap(chain -> chain.rules().stream())
                .collect(Collectors.groupingBy(rule -> Owner.of(rule).toString(), TreeMap::new, Collectors.counting()));

        assertThat(counted).as(dump).hasToString(owners);
    }
}
