package kubenat.kube;

import java.util.Optional;
import kubenat.model.Rule;
import kubenat.model.match.AddressType;
import kubenat.model.match.InInterface;
import kubenat.model.match.SourceAddress;
import kubenat.model.packet.Cidr;

/** Of which clients Pods see the node's address instead of the client's own, fewest first. */
public enum MasqueradedClients {
    /** None but an endpoint that is sent to itself. */
    HAIRPIN("only an endpoint sent to itself"),
    /** Processes on the node. */
    NODE("this node's processes"),
    /** Some clients, by a condition that kube-proxy does not write. */
    SOME("some"),
    /** Everybody but Pods. */
    NOT_PODS("all but Pods"),
    ALL("all");

    private static final Cidr LOOPBACK = Cidr.parse("127.0.0.0/8");

    private final String words;

    MasqueradedClients(String words) {
        this.words = words;
    }

    /** The clients whose packets a rule marks for masquerading. */
    public static MasqueradedClients of(Rule mark) {
        RuleFields fields = new RuleFields(mark);
        Optional<SourceAddress> source = fields.source();
        if (source.isPresent()) {
            boolean loopback =
                    source.get().network().cidr().filter(LOOPBACK::equals).isPresent();
            return source.get().negated() ? NOT_PODS : loopback ? NODE : SOME;
        }
        Optional<AddressType> type = fields.addressType(true);
        if (type.isPresent()) {
            return type.get().negated() ? SOME : NODE;
        }
        return fields.inInterface().map(MasqueradedClients::of).orElse(ALL);
    }

    private static MasqueradedClients of(InInterface in) {
        return in.negated() ? NOT_PODS : SOME;
    }

    MasqueradedClients or(MasqueradedClients other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public String toString() {
        return words;
    }
}
