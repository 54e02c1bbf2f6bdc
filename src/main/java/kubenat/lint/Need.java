package kubenat.lint;

import java.util.function.Predicate;
import kubenat.model.TableName;
import kubenat.model.packet.Routing;
import kubenat.surroundings.KernelSettings;

/** What a check must be given to decide anything. Without it the check is reported as not run, never as passed. */
public enum Need {
    NAT("the nat table (iptables-save, or iptables -S -t nat)", subject -> has(subject, TableName.NAT)),
    FILTER("the filter table (iptables-save, or iptables -S)", subject -> has(subject, TableName.FILTER)),
    NODE(
            "the node's addresses and routes (--addr and --route)",
            subject -> subject.surroundings().routing().known()),
    SERVICES(
            "the cluster's Services (--api)",
            subject -> !subject.evidence().api().objects().services().isEmpty()),
    ENDPOINTS(
            "the cluster's EndpointSlices (--api)",
            subject -> !subject.evidence().api().objects().slices().isEmpty()),
    NODE_NAME(
            "the name of the node (--node, or --addr and Nodes in --api)",
            subject -> !subject.evidence().api().isEmpty()
                    && subject.comparison().node().isPresent()),
    BOTH_FAMILIES(
            "the rules for IPv4 and for IPv6 (iptables-save and ip6tables-save)",
            subject -> subject.evidence().families() > 1),
    CONNECTIONS(
            "the node's connections (conntrack -L: --conntrack)",
            subject -> subject.evidence().node().connections().isPresent()),
    SOCKETS(
            "the node's listening sockets (ss -lntup: --sockets)",
            subject -> subject.evidence().node().sockets().isPresent()),
    NFT(
            "the node's nftables (nft list ruleset: --nft)",
            subject -> subject.evidence().node().nft().isPresent()),
    ADDRESSES_AND_ROUTES("both the node's addresses and its routes (--addr and --route)", subject -> {
        Routing routing = subject.surroundings().routing();
        return routing.knowsAddresses() && routing.knowsRoutes();
    }),
    REVERSE_PATH(
            "the node's rp_filter settings (sysctl -a: --sysctl)",
            subject -> subject.evidence()
                    .node()
                    .settings()
                    .filter(KernelSettings::knowsReversePathFilters)
                    .isPresent()),
    NODES("dumps of several nodes (--each)", subject -> subject.evidence().severalNodes());

    private final String words;
    private final Predicate<Subject> isGiven;

    Need(String words, Predicate<Subject> isGiven) {
        this.words = words;
        this.isGiven = isGiven;
    }

    /** Whether it is there. */
    public boolean isGiven(Subject subject) {
        return isGiven.test(subject);
    }

    private static boolean has(Subject subject, TableName table) {
        return subject.ruleset().table(table).isPresent();
    }

    /** What is needed and how to give it. */
    @Override
    public String toString() {
        return words;
    }
}
