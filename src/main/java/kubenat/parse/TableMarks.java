package kubenat.parse;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kubenat.model.Hook;
import kubenat.model.TableName;

/** Which tables a target or a chain belongs to: the kernel's word for targets and hooks, custom for the names of chains. */
final class TableMarks {
    /** Targets that the kernel takes in one table alone ({@code .table} in net/netfilter/xt_*.c and nf_nat, 6.1). */
    private static final List<Mark> TARGETS = List.of(
            new Mark(TableName.NAT, "DNAT$", "SNAT$", "MASQUERADE$", "REDIRECT$", "NETMAP$"),
            new Mark(TableName.FILTER, "REJECT$"),
            new Mark(TableName.RAW, "CT$", "NOTRACK$"),
            new Mark(
                    TableName.MANGLE,
                    "TPROXY$",
                    "TOS$",
                    "DSCP$",
                    "ECN$",
                    "TTL$",
                    "HL$",
                    "CHECKSUM$",
                    "DNPT$",
                    "SNPT$"));

    /** Names that their writers use in one table alone; the first row that fits wins. */
    private static final List<Mark> CHAINS = List.of(
            new Mark(TableName.NAT, "KUBE-SVC-", "KUBE-SVL-", "KUBE-SEP-", "KUBE-EXT-", "KUBE-XLB-", "KUBE-FW-"),
            new Mark(TableName.NAT, "KUBE-MARK-", "KUBE-POSTROUTING$", "KUBE-NODEPORT-", "KUBE-PORTALS-"),
            new Mark(TableName.NAT, "KUBE-LOAD-BALANCER", "KUBE-HOSTPORTS$", "KUBE-HP-"),
            new Mark(TableName.FILTER, "KUBE-FORWARD$", "KUBE-FIREWALL$", "KUBE-EXTERNAL-SERVICES$"),
            new Mark(TableName.FILTER, "KUBE-PROXY-FIREWALL$", "KUBE-SOURCE-RANGES-FIREWALL$", "KUBE-IPVS-"),
            new Mark(TableName.FILTER, "KUBE-ROUTER-", "KUBE-POD-FW-", "KUBE-NWPLCY-"),
            new Mark(TableName.MANGLE, "KUBE-IPTABLES-HINT$"),
            new Mark(TableName.NAT, "CNI-HOSTPORT-", "CNI-DN-", "CNI-SN-", "NETAVARK-HOSTPORT-", "NETAVARK-DN-"),
            new Mark(TableName.FILTER, "CNI-FORWARD$", "CNI-ADMIN$", "NETAVARK_FORWARD$", "NETAVARK-ISOLATION-"),
            new Mark(TableName.FILTER, "DOCKER-", "DOCKER_"),
            new Mark(
                    TableName.NAT,
                    "cali-nat-",
                    "cali-fip-",
                    "IP-MASQ",
                    "FLANNEL-POSTRTG$",
                    "AWS-SNAT-",
                    "ts-postrouting$"),
            new Mark(TableName.FILTER, "cali-fw-", "cali-tw-", "cali-wl-", "cali-pi-", "cali-po-", "FLANNEL-FWD$"),
            new Mark(TableName.FILTER, "ts-input$", "ts-forward$", "ufw-", "ufw6-", "f2b-", "LIBVIRT_FW"));

    private TableMarks() {}

    /** Names, each with {@code $} at its end, or how names begin. */
    private record Mark(TableName table, List<String> names) {
        Mark(TableName table, String... names) {
            this(table, List.of(names));
        }

        boolean fits(String name) {
            return names.stream()
                    .anyMatch(known -> known.endsWith("$")
                            ? name.length() == known.length() - 1 && known.startsWith(name)
                            : name.startsWith(known));
        }
    }

    /** The only table that may have a target; absent if several may, or if it is none. */
    static Optional<TableName> ofTarget(String target) {
        return first(TARGETS, mark -> mark.fits(target));
    }

    /** The table that chains of this name are in; absent if the name does not tell. */
    static Optional<TableName> ofChain(String chain) {
        return chain.startsWith("CILIUM_")
                ? Stream.of(TableName.values())
                        .filter(table -> chain.endsWith("_" + table))
                        .findFirst()
                        .or(() -> Optional.of(TableName.FILTER))
                : first(CHAINS, mark -> mark.fits(chain));
    }

    /** The hooks at which the kernel calls a table. */
    static Set<Hook> hooks(TableName table) {
        return switch (table) {
            case RAW -> EnumSet.of(Hook.PREROUTING, Hook.OUTPUT);
            case MANGLE -> EnumSet.allOf(Hook.class);
            case NAT -> EnumSet.complementOf(EnumSet.of(Hook.FORWARD));
            case FILTER, SECURITY -> EnumSet.of(Hook.INPUT, Hook.FORWARD, Hook.OUTPUT);
        };
    }

    private static Optional<TableName> first(List<Mark> marks, Predicate<Mark> fits) {
        return marks.stream().filter(fits).map(Mark::table).findFirst();
    }
}
