package kubenat.kube;

import java.util.Optional;

/** What kube-proxy or the kubelet uses a chain for, as its name tells (kube-proxy 1.0 to 1.33, pkg/proxy/iptables). */
public enum ChainRole {
    /** Every ClusterIP, external and load-balancer IP; in filter those that are refused. */
    SERVICES("KUBE-SERVICES"),
    /** Every NodePort; in filter the ports of health checks. */
    NODEPORTS("KUBE-NODEPORTS"),
    /** In filter: addresses for clients outside that are refused. */
    EXTERNAL_SERVICES("KUBE-EXTERNAL-SERVICES"),
    /** One Service port: chooses among all its endpoints. */
    SVC("KUBE-SVC-*"),
    /** One Service port: chooses among the endpoints on this node. */
    SVL("KUBE-SVL-*"),
    /** One endpoint: the DNAT. */
    SEP("KUBE-SEP-*"),
    /** One Service port: what comes from outside (1.24 and later). */
    EXT("KUBE-EXT-*"),
    /** One Service port: the source ranges of its load balancer. */
    FW("KUBE-FW-*"),
    /** One Service port: what comes from outside under the traffic policy Local (up to 1.23). */
    XLB("KUBE-XLB-*"),
    MARK_MASQ("KUBE-MARK-MASQ"),
    MARK_DROP("KUBE-MARK-DROP"),
    POSTROUTING("KUBE-POSTROUTING"),
    FIREWALL("KUBE-FIREWALL"),
    FORWARD("KUBE-FORWARD"),
    /** In filter: clients outside a load balancer's source ranges (1.26 and later). */
    PROXY_FIREWALL("KUBE-PROXY-FIREWALL"),
    /** An empty chain by which kube-proxy or the kubelet notices that somebody has flushed the rules. */
    CANARY("KUBE-PROXY-CANARY", "KUBE-KUBELET-CANARY"),
    /** An empty chain by which the kubelet shows which iptables it uses. */
    HINT("KUBE-IPTABLES-HINT"),
    /** The userspace proxy of Kubernetes 1.0 and 1.1: ClusterIPs. */
    PORTALS("KUBE-PORTALS-CONTAINER", "KUBE-PORTALS-HOST"),
    /** The userspace proxy: NodePorts. */
    PORTAL_NODEPORTS("KUBE-NODEPORT-CONTAINER", "KUBE-NODEPORT-HOST", "KUBE-NODEPORT-NON-LOCAL"),
    /** kube-proxy's IPVS mode, where Services are in ipsets. */
    IPVS(
            "KUBE-NODE-PORT",
            "KUBE-NODE-PORT-*",
            "KUBE-LOAD-BALANCER",
            "KUBE-LOAD-BALANCER-*",
            "KUBE-CLUSTER-IP",
            "KUBE-EXTERNAL-IP",
            "KUBE-IPVS-FILTER",
            "KUBE-IPVS-OUT-FILTER",
            "KUBE-SOURCE-RANGES-FIREWALL"),
    /** Not one of theirs. */
    NONE;

    /** How many letters of a hash end the name of a chain of one Service port or endpoint. */
    public static final int HASH_LETTERS = 16;

    private final String[] names;

    ChainRole(String... names) {
        this.names = names;
    }

    /** The roles of nearly all chains of a large dump, asked for several times of each rule: they are tried first. */
    private static final ChainRole[] HASHED = {SEP, SVC, EXT, SVL, FW, XLB};

    private static final ChainRole[] ALL = values();

    public static ChainRole of(String chain) {
        if (chain.startsWith("KUBE-")) {
            for (ChainRole role : HASHED) {
                if (role.has(chain)) {
                    return role;
                }
            }
            for (ChainRole role : ALL) {
                if (role.has(chain)) {
                    return role;
                }
            }
        }
        return NONE;
    }

    private boolean has(String chain) {
        for (String name : names) {
            boolean prefix = name.endsWith("*");
            if (prefix ? chain.regionMatches(0, name, 0, name.length() - 1) : chain.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether chains of this role end in a hash: there is one for each Service port or endpoint. */
    public boolean isHashed() {
        return isOfService() || this == SEP;
    }

    /** Whether there is one chain of this role for each Service port. */
    public boolean isOfService() {
        return this == SVC || this == SVL || this == EXT || this == FW || this == XLB;
    }

    /** The letters of the hash in a chain's name, fewer than {@value #HASH_LETTERS} if it is cut; empty for a chain without. */
    public static Optional<String> letters(String chain) {
        ChainRole role = of(chain);
        return role.isHashed()
                ? Optional.of(chain.substring("KUBE-".length() + role.name().length() + 1))
                : Optional.empty();
    }

    /** The chain of this role with these letters. */
    public String chain(String letters) {
        return "KUBE-" + name() + "-" + letters;
    }
}
