package kubenat.kube;

import java.util.List;
import kubenat.model.Rule;
import kubenat.model.match.InInterface;
import kubenat.model.match.Match;
import kubenat.model.match.OutInterface;

/** What the names of chains and the shapes of rules tell of who wrote them: tables, the first row that fits wins. */
final class OwnerTable {
    /** How a text begins, or with {@code $} at its end all of it. */
    private record Row(String beginning, Owner owner) {
        boolean fits(String text) {
            return beginning.endsWith("$")
                    ? text.equals(beginning.substring(0, beginning.length() - 1))
                    : text.startsWith(beginning);
        }
    }

    private static final List<Row> CHAINS = List.of(
            new Row("KUBE-MARK-DROP$", Owner.KUBELET),
            new Row("KUBE-FIREWALL$", Owner.KUBELET),
            new Row("KUBE-KUBELET-CANARY$", Owner.KUBELET),
            new Row("KUBE-IPTABLES-HINT$", Owner.KUBELET),
            new Row("KUBE-ROUTER-", Owner.KUBE_ROUTER),
            new Row("KUBE-POD-FW-", Owner.KUBE_ROUTER),
            new Row("KUBE-NWPLCY-", Owner.KUBE_ROUTER),
            new Row("KUBE-HOSTPORTS$", Owner.KUBELET),
            new Row("KUBE-HP-", Owner.KUBELET),
            new Row("DOCKER$", Owner.DOCKER),
            new Row("DOCKER-", Owner.DOCKER),
            new Row("DOCKER_", Owner.DOCKER),
            new Row("CNI-HOSTPORT-", Owner.CNI_PORTMAP),
            new Row("CNI-DN-", Owner.CNI_PORTMAP),
            new Row("CNI-SN-", Owner.CNI_PORTMAP),
            new Row("CNI-", Owner.CNI),
            new Row("cali-", Owner.CALICO),
            new Row("felix-", Owner.CALICO),
            new Row("CILIUM_", Owner.CILIUM),
            new Row("OLD_CILIUM_", Owner.CILIUM),
            new Row("FLANNEL", Owner.FLANNEL),
            new Row("ISTIO_", Owner.ISTIO),
            new Row("IP-MASQ", Owner.IP_MASQ_AGENT),
            new Row("ufw-", Owner.UFW),
            new Row("ufw6-", Owner.UFW),
            new Row("NETAVARK", Owner.PODMAN),
            new Row("neutron-", Owner.OPENSTACK),
            new Row("nova-", Owner.OPENSTACK),
            new Row("LIBVIRT_", Owner.LIBVIRT),
            new Row("ts-", Owner.TAILSCALE),
            new Row("AWS-", Owner.AWS_VPC_CNI),
            new Row("WEAVE", Owner.WEAVE),
            new Row("ANTREA-", Owner.ANTREA),
            new Row("OVN-KUBE-", Owner.OVN_KUBERNETES),
            new Row("KILO-", Owner.KILO),
            new Row("NETBIRD-", Owner.NETBIRD),
            new Row("f2b-", Owner.FAIL2BAN),
            new Row("fail2ban-", Owner.FAIL2BAN),
            new Row("INPUT_direct$", Owner.FIREWALLD),
            new Row("OUTPUT_direct$", Owner.FIREWALLD),
            new Row("FORWARD_direct$", Owner.FIREWALLD),
            new Row("PREROUTING_direct$", Owner.FIREWALLD),
            new Row("POSTROUTING_direct$", Owner.FIREWALLD),
            new Row("INPUT_ZONES", Owner.FIREWALLD),
            new Row("OUTPUT_ZONES", Owner.FIREWALLD),
            new Row("FORWARD_IN_ZONES", Owner.FIREWALLD),
            new Row("FORWARD_OUT_ZONES", Owner.FIREWALLD),
            new Row("PREROUTING_ZONES", Owner.FIREWALLD),
            new Row("POSTROUTING_ZONES", Owner.FIREWALLD),
            new Row("INPUT_POLICIES_", Owner.FIREWALLD),
            new Row("OUTPUT_POLICIES_", Owner.FIREWALLD),
            new Row("FORWARD_POLICIES_", Owner.FIREWALLD),
            new Row("PREROUTING_POLICIES_", Owner.FIREWALLD),
            new Row("POSTROUTING_POLICIES_", Owner.FIREWALLD),
            new Row("FWDI_", Owner.FIREWALLD),
            new Row("FWDO_", Owner.FIREWALLD),
            new Row("FWD_", Owner.FIREWALLD),
            new Row("IN_", Owner.FIREWALLD),
            new Row("PRE_", Owner.FIREWALLD),
            new Row("POST_", Owner.FIREWALLD));

    private static final List<Row> COMMENTS = List.of(
            new Row("kubernetes ", Owner.KUBE_PROXY),
            new Row("handle ClusterIPs; NOTE: ", Owner.KUBE_PROXY),
            new Row("handle service NodePorts; NOTE: ", Owner.KUBE_PROXY),
            new Row("KUBE-ROUTER rule", Owner.KUBE_ROUTER),
            new Row("kube-router ", Owner.KUBE_ROUTER),
            new Row("cali:", Owner.CALICO),
            new Row("cilium", Owner.CILIUM),
            new Row("flanneld ", Owner.FLANNEL),
            new Row("AWS", Owner.AWS_VPC_CNI),
            new Row("ip-masq-agent:", Owner.IP_MASQ_AGENT),
            new Row("CNI portfwd", Owner.CNI_PORTMAP),
            new Row("netavark", Owner.PODMAN),
            new Row("Kilo:", Owner.KILO),
            new Row("Antrea:", Owner.ANTREA),
            new Row("Tailscale", Owner.TAILSCALE),
            new Row("NodeLocal DNS Cache", Owner.NODE_LOCAL_DNS));

    private static final List<Row> INTERFACES = List.of(
            new Row("docker", Owner.DOCKER),
            new Row("virbr", Owner.LIBVIRT),
            new Row("weave$", Owner.WEAVE),
            new Row("flannel", Owner.FLANNEL),
            new Row("wt0$", Owner.NETBIRD),
            new Row("tailscale", Owner.TAILSCALE),
            new Row("cilium_", Owner.CILIUM),
            new Row("lxc+$", Owner.CILIUM),
            new Row("cali+$", Owner.CALICO));

    private OwnerTable() {}

    static Owner ofChain(String name) {
        ChainRole role = ChainRole.of(name);
        // Nearly all chains of a large dump: no row fits them.
        if (role.isHashed()) {
            return Owner.KUBE_PROXY;
        }
        Owner byName = first(CHAINS, name);
        return byName == Owner.UNKNOWN && role != ChainRole.NONE ? Owner.KUBE_PROXY : byName;
    }

    static Owner ofShape(Rule rule) {
        Owner byComment =
                rule.comment().map(comment -> first(COMMENTS, comment)).orElse(Owner.UNKNOWN);
        if (byComment != Owner.UNKNOWN) {
            return byComment;
        }
        for (Match match : rule.matches()) {
            Owner byInterface = ofInterface(interfaceOf(match));
            if (byInterface != Owner.UNKNOWN) {
                return byInterface;
            }
        }
        if (DockerShape.isHairpin(rule)) {
            return Owner.DOCKER;
        }
        return FlannelShape.isOf(rule) ? Owner.FLANNEL : Owner.UNKNOWN;
    }

    private static Owner ofInterface(String name) {
        return DockerShape.isBridge(name) ? Owner.DOCKER : first(INTERFACES, name);
    }

    private static Owner first(List<Row> rows, String text) {
        for (Row row : rows) {
            if (row.fits(text)) {
                return row.owner();
            }
        }
        return Owner.UNKNOWN;
    }

    private static String interfaceOf(Match match) {
        if (match instanceof InInterface in) {
            return in.pattern().text();
        }
        return match instanceof OutInterface out ? out.pattern().text() : "";
    }
}
