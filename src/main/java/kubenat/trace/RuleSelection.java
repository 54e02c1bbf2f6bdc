package kubenat.trace;

import java.util.Optional;
import kubenat.model.match.MarkMatch;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Condition;
import kubenat.model.packet.InterfacePattern;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.RoutingRule;
import kubenat.model.packet.RoutingSelector;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;

/** Which packets a routing rule is for (kernel: fib_rule_match). */
final class RuleSelection {
    private RuleSelection() {}

    /** {@code isFirst}: for a process that is about to send. */
    static Split split(RoutingRule rule, Packet packet, Node node, boolean isFirst) {
        RoutingSelector wanted = rule.selector();
        if (wanted.equals(RoutingSelector.ALL)) {
            return Split.yes(packet);
        }
        Site site = new Site(node, "ip rule " + rule.priority());
        return in(wanted.in(), packet)
                .and(p -> from(wanted.from(), p, isFirst))
                .and(p -> within(wanted.to(), p, false))
                .and(p -> new MarkMatch(false, wanted.mark(), wanted.mask()).split(p, site))
                .and(p -> other(rule, p))
                .negatedIf(wanted.negated());
    }

    /** To routing rules what the node sends comes in by lo. */
    private static Split in(String device, Packet packet) {
        if (device.isEmpty()) {
            return Split.yes(packet);
        }
        if (packet.isSentHere()) {
            return Split.of(device.equals("lo"), packet);
        }
        return Split.in(packet, new InterfacePattern(device));
    }

    /**
     * A process that has neither bound its socket nor connected it has no source when it asks for a route (kernel:
     * ip_route_output_key_hash; by experiment on Linux 6.18).
     */
    private static Split from(Optional<Cidr> network, Packet packet, boolean isFirst) {
        Split from = within(network, packet, true);
        return isFirst && network.isPresent() ? from.and(RuleSelection::hasSource) : from;
    }

    private static Split hasSource(Packet packet) {
        return Split.opaque(
                packet,
                Condition.opaque(
                        "sender", "source", "the source is set before the route is asked for (bind, connect)"));
    }

    private static Split within(Optional<Cidr> network, Packet packet, boolean isSource) {
        if (network.isEmpty()) {
            return Split.yes(packet);
        }
        if (network.get().network().family() != packet.family()) {
            return Split.no(packet);
        }
        AddressSet wanted = AddressSet.of(network.get());
        return isSource ? Split.source(packet, wanted) : Split.destination(packet, wanted);
    }

    private static Split other(RoutingRule rule, Packet packet) {
        String other = rule.selector().other();
        return other.isEmpty()
                ? Split.yes(packet)
                : Split.opaque(
                        packet,
                        Condition.opaque(
                                "ip rule",
                                rule.priority() + " " + other,
                                "ip rule %d (%s) is for the packet".formatted(rule.priority(), other)));
    }
}
