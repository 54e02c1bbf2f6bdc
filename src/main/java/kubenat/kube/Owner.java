package kubenat.kube;

import java.util.Arrays;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.model.Hook;
import kubenat.model.Rule;

/** Who wrote a chain or a rule, as its name and shape tell. */
public enum Owner {
    KUBE_PROXY("kube-proxy"),
    KUBELET("kubelet"),
    DOCKER("Docker"),
    CNI_PORTMAP("CNI portmap"),
    CNI("CNI plugin"),
    CALICO("Calico"),
    CILIUM("Cilium"),
    FLANNEL("flannel"),
    ISTIO("Istio"),
    IP_MASQ_AGENT("ip-masq-agent"),
    FIREWALLD("firewalld"),
    UFW("ufw"),
    PODMAN("podman"),
    OPENSTACK("OpenStack"),
    LIBVIRT("libvirt"),
    TAILSCALE("Tailscale"),
    AWS_VPC_CNI("AWS VPC CNI"),
    WEAVE("weave"),
    KUBE_ROUTER("kube-router"),
    ANTREA("Antrea"),
    OVN_KUBERNETES("OVN-Kubernetes"),
    KILO("Kilo"),
    NETBIRD("NetBird"),
    FAIL2BAN("fail2ban"),
    NODE_LOCAL_DNS("NodeLocal DNSCache"),
    UNKNOWN("unknown");

    private final String words;

    Owner(String words) {
        this.words = words;
    }

    /** Who wrote the chain; UNKNOWN for built-in chains, which are the kernel's. */
    public static Owner of(ChainName chain) {
        return OwnerTable.ofChain(chain.name());
    }

    /** Who wrote the rule: in a user-defined chain its owner, else the owner of where it leads, else what its shape tells. */
    public static Owner of(Rule rule) {
        Owner ofChain = isBuiltIn(rule.chain()) ? UNKNOWN : of(rule.chain());
        if (ofChain != UNKNOWN) {
            return ofChain;
        }
        Owner ofTarget =
                RuleFields.chain(rule.target()).map(OwnerTable::ofChain).orElse(UNKNOWN);
        return ofTarget != UNKNOWN ? ofTarget : OwnerTable.ofShape(rule);
    }

    /** Whether it is some program beside Kubernetes' own, so that to name it says something. */
    public boolean isForeign() {
        return this != KUBE_PROXY && this != KUBELET && this != UNKNOWN;
    }

    /** The owner that somebody names: {@code docker}, {@code AWS VPC CNI}; case does not matter. */
    public static Optional<Owner> read(String text) {
        return Arrays.stream(values())
                .filter(owner ->
                        owner.words.equalsIgnoreCase(text) || owner.name().equalsIgnoreCase(text.replace('-', '_')))
                .findFirst();
    }

    private static boolean isBuiltIn(ChainName chain) {
        for (Hook hook : Hook.values()) {
            if (hook.name().equals(chain.name())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return words;
    }
}
