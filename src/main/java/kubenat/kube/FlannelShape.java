package kubenat.kube;

import java.util.Optional;
import kubenat.model.Rule;
import kubenat.model.match.DestinationAddress;
import kubenat.model.match.SourceAddress;
import kubenat.model.packet.Cidr;
import kubenat.model.target.Masquerade;
import kubenat.model.target.Return;

/** The four rules by which flannel keeps addresses within the Pod network and masquerades what leaves it (flannel 0.5 to 0.20). */
final class FlannelShape {
    private FlannelShape() {}

    static boolean isOf(Rule rule) {
        return network(rule).isPresent();
    }

    /** The Pod network that the rule speaks of; empty when it is none of the four. */
    static Optional<Cidr> network(Rule rule) {
        RuleFields fields = new RuleFields(rule);
        boolean keeps = rule.target() instanceof Return;
        boolean translates = rule.target() instanceof Masquerade;
        Optional<SourceAddress> source = fields.source();
        Optional<DestinationAddress> destination = fields.destination();
        if (!keeps && !translates || source.isEmpty() || destination.isEmpty()) {
            return Optional.empty();
        }
        Optional<Cidr> from = source.get().network().cidr();
        Optional<Cidr> to = destination.get().network().cidr();
        boolean fits = from.isPresent()
                && to.isPresent()
                && !from.get().isSingle()
                && (destination.get().negated()
                        ? translates && !source.get().negated() && isMulticast(to.get())
                        : keeps != source.get().negated() && from.equals(to)
                                || intoSubnet(source.get(), from.get(), to.get()));
        return fits ? from : Optional.empty();
    }

    private static boolean isMulticast(Cidr cidr) {
        return cidr.equals(Cidr.parse("224.0.0.0/4")) || cidr.equals(Cidr.parse("ff00::/8"));
    }

    private static boolean intoSubnet(SourceAddress source, Cidr from, Cidr to) {
        return source.negated() && from.contains(to.network()) && to.prefixLength() > from.prefixLength();
    }
}
