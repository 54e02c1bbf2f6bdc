package kubenat.model.packet;

import java.util.Optional;

/**
 * Which packets a routing rule is for (man ip-rule, iproute2 6.1).
 *
 * @param negated whether it is for all others instead
 * @param in where they came in, {@code lo} for what the node itself sends; empty text if anywhere
 * @param mark the packet mark that it wants, under the mask; a mask of 0 is any mark
 * @param other what else it wants, word for word; empty text if nothing
 */
public record RoutingSelector(
        boolean negated, Optional<Cidr> from, Optional<Cidr> to, String in, int mark, int mask, String other) {
    /** All packets. */
    public static final RoutingSelector ALL =
            new RoutingSelector(false, Optional.empty(), Optional.empty(), "", 0, 0, "");

    public static RoutingSelector marked(int mark, int mask) {
        return new RoutingSelector(false, Optional.empty(), Optional.empty(), "", mark, mask, "");
    }

    /** Whether it is for nothing to this address, wherever that is from and however it is marked. */
    public boolean isNeverTo(Address address) {
        return !negated && to.filter(network -> !network.contains(address)).isPresent();
    }

    /**
     * Whether it is for what has this destination and no mark, such as the answer that a reverse path filter asks for; MAYBE where
     * that depends on more.
     */
    public Truth unmarkedTo(Address address) {
        boolean isForOthers = to.filter(network -> !network.contains(address)).isPresent() || mask != 0 && mark != 0;
        boolean isOpen = from.isPresent() || !in.isEmpty() || !other.isEmpty();
        return (isForOthers ? Truth.NO : isOpen ? Truth.MAYBE : Truth.YES).negatedIf(negated);
    }
}
