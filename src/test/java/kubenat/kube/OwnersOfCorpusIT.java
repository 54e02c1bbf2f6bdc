package kubenat.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kubenat.model.Table;
import org.junit.jupiter.api.Test;

/** Whose rules the dumps of other projects hold: each family of dumps by its files' names, and the owners that it may have. */
class OwnersOfCorpusIT {
    private static final Set<String> KUBERNETES = Set.of("kube-proxy", "kubelet");

    /** How the files of a family begin, which owners must be among its rules' and which else may be; the first that fits counts. */
    private record Family(String beginning, Set<String> musts, Set<String> mays) {}

    private static final Family[] FAMILIES = {
        new Family("kp128-", Set.of("kube-proxy"), Set.of("kubelet", "unknown")),
        new Family("kernel128-", Set.of("kube-proxy"), KUBERNETES),
        new Family("eks-", Set.of("kube-proxy"), Set.of("kubelet", "AWS VPC CNI")),
        new Family("moby-doc-usernet-portmap-lo-2-raw", Set.of(), Set.of("unknown")),
        new Family("moby-", Set.of("Docker"), Set.of("unknown")),
        new Family("run-cni-portmap", Set.of("CNI portmap", "CNI plugin"), Set.of()),
        new Family("run-netavark", Set.of("podman"), Set.of()),
        new Family("neutron-", Set.of("OpenStack"), Set.of("libvirt", "unknown")),
        new Family("t-calico-", Set.of("Calico"), Set.of("kube-proxy", "Docker")),
        new Family("t-cilium-", Set.of("Cilium"), Set.of("kube-proxy", "kubelet", "Docker", "kube-router", "unknown")),
        new Family("t-istio-", Set.of("Istio"), Set.of()),
        new Family("t-k3s-", Set.of("flannel", "kube-router"), Set.of("kube-proxy", "kubelet", "NetBird")),
        new Family("t-k8s11-", Set.of("flannel", "kube-proxy"), Set.of("Docker")),
        new Family("nn-ufw-", Set.of("ufw"), Set.of()),
        new Family("nn-tum-", Set.of(), Set.of("unknown")),
        new Family("nn-shorewall-", Set.of(), Set.of("unknown")),
        new Family("nn-synology-", Set.of(), Set.of("unknown")),
        new Family("openwrt-", Set.of(), Set.of("unknown")),
    };

    @Test
    void theRulesOfEachFamilyOfDumpsHaveItsOwners() throws IOException {
        StringBuilder table = new StringBuilder("file\towners of its rules\n");
        for (Path file : KubeDumps.files("corpus/thirdparty", ".rules")) {
            Map<String, Long> owners = owners(file);
            table.append(file.getFileName()).append('\t').append(owners).append('\n');
            for (Family family : FAMILIES) {
                if (file.getFileName().toString().startsWith(family.beginning())) {
                    assertThat(owners.keySet()).as(file.toString()).containsAll(family.musts());
                    owners.keySet().removeAll(family.musts());
                    assertThat(family.mays()).as(file.toString()).containsAll(owners.keySet());
                    break;
                }
            }
        }
        Files.writeString(Path.of("target/owners.tsv"), table);
    }

    private static Map<String, Long> owners(Path file) {
        return KubeDumps.file(file).tables().stream()
                .flatMap(Table::chains)
                .flatMap(chain -> chain.rules().stream())
                .collect(Collectors.groupingBy(rule -> Owner.of(rule).toString(), TreeMap::new, Collectors.counting()));
    }
}
