package kubenat.model.match;

import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;

/** {@code -s}: the source address is in a network. */
public record SourceAddress(boolean negated, Network network) implements Match {

    @Override
    public Split split(Packet packet, Site site) {
        return network.split(packet, packet.header().source(), negated, Split::source, "source");
    }

    @Override
    public String words() {
        return (negated ? "not from " : "from ") + network;
    }

    @Override
    public String wanted() {
        return Wanted.in("the source", negated, network);
    }
}
