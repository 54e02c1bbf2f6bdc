package kubenat.model.match;

import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;

/** {@code -d}: the destination address is in a network. */
public record DestinationAddress(boolean negated, Network network) implements Match {

    @Override
    public Split split(Packet packet, Site site) {
        return network.split(packet, packet.header().destination(), negated, Split::destination, "destination");
    }

    @Override
    public String words() {
        return (negated ? "not to " : "to ") + network;
    }

    @Override
    public String wanted() {
        return Wanted.in("the destination", negated, network);
    }
}
