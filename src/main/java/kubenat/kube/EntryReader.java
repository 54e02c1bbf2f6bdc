package kubenat.kube;

import java.util.Optional;
import kubenat.kube.ServiceComment.About;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.packet.NumberSet;
import kubenat.model.target.Accept;
import kubenat.model.target.DestinationNat;
import kubenat.model.target.Drop;
import kubenat.model.target.Redirect;
import kubenat.model.target.Reject;
import kubenat.model.target.UnreadableTarget;

/** Tells which of kube-proxy's rules are entries of a Service port, and of which kind. */
final class EntryReader {
    private EntryReader() {}

    /** The entry that a rule is; empty for other rules, such as those that mark for masquerading. */
    static Optional<Entry> read(Rule rule) {
        ChainRole role = ChainRole.of(rule.chain().name());
        RuleFields fields = new RuleFields(rule);
        return rule.chain().table() == TableName.NAT ? inNat(role, fields) : inFilter(role, fields);
    }

    private static Optional<Entry> inNat(ChainRole role, RuleFields fields) {
        return switch (role) {
            case SERVICES ->
                fields.leadsTo().isOfService()
                        ? Optional.of(entry(kind(fields), fields, Optional.empty()))
                        : Optional.empty();
            case NODEPORTS ->
                fields.leadsTo().isOfService()
                        ? Optional.of(entry(EntryKind.NODE_PORT, fields, Optional.empty()))
                        : Optional.empty();
            case PORTALS -> toUserspace(EntryKind.CLUSTER_IP, fields);
            case PORTAL_NODEPORTS -> toUserspace(EntryKind.NODE_PORT, fields);
            default -> Optional.empty();
        };
    }

    private static EntryKind kind(RuleFields fields) {
        About about = fields.comment().map(ServiceComment::about).orElse(About.OTHER);
        return switch (about) {
            case CLUSTER_IP -> EntryKind.CLUSTER_IP;
            case EXTERNAL_IP -> EntryKind.EXTERNAL_IP;
            case LOAD_BALANCER -> EntryKind.LOAD_BALANCER;
            default ->
                switch (fields.leadsTo()) {
                    case FW -> EntryKind.LOAD_BALANCER;
                    case EXT, XLB -> EntryKind.EXTERNAL;
                    default -> EntryKind.CLUSTER_IP;
                };
        };
    }

    private static Optional<Entry> toUserspace(EntryKind kind, RuleFields fields) {
        boolean translates = fields.rule().target() instanceof Redirect
                || fields.rule().target() instanceof DestinationNat
                || fields.rule().target() instanceof UnreadableTarget;
        return translates ? Optional.of(entry(kind, fields, Optional.empty())) : Optional.empty();
    }

    private static Optional<Entry> inFilter(ChainRole role, RuleFields fields) {
        boolean refuses =
                fields.rule().target() instanceof Reject || fields.rule().target() instanceof Drop;
        if (role == ChainRole.NODEPORTS && fields.rule().target() instanceof Accept) {
            return Optional.of(entry(EntryKind.HEALTH_CHECK, fields, Optional.empty()));
        }
        if (!refuses || role != ChainRole.SERVICES && role != ChainRole.EXTERNAL_SERVICES) {
            return Optional.empty();
        }
        EntryKind withAddress = role == ChainRole.SERVICES ? EntryKind.CLUSTER_IP : EntryKind.EXTERNAL;
        return Optional.of(entry(
                fields.destination().isPresent() ? withAddress : EntryKind.NODE_PORT,
                fields,
                Optional.of(reason(fields))));
    }

    private static String reason(RuleFields fields) {
        About about = fields.comment().map(ServiceComment::about).orElse(About.OTHER);
        return switch (about) {
            case NO_ENDPOINTS -> "has no endpoints";
            case NO_LOCAL_ENDPOINTS -> "has no local endpoints";
            default -> "is refused: " + fields.rule().target().words();
        };
    }

    private static Entry entry(EntryKind kind, RuleFields fields, Optional<String> refused) {
        return new Entry(
                fields.comment().map(ServiceComment::name),
                kind,
                fields.protocol(),
                fields.address(),
                fields.ports().orElse(NumberSet.PORTS),
                fields.chain(),
                refused,
                fields.rule());
    }
}
