package kubenat.model.match;

import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;

/** {@code --dport} of tcp, udp, sctp, dccp and udplite. */
public record DestinationPort(boolean negated, NumberSet ports) implements Match {

    @Override
    public Split split(Packet packet, Site site) {
        return Split.destinationPort(packet, ports).negatedIf(negated);
    }

    @Override
    public String words() {
        return (negated ? "not port " : "port ") + ports;
    }

    @Override
    public String wanted() {
        return Wanted.in("the destination port", negated, ports);
    }
}
