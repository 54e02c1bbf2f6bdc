package kubenat.model.match;

import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;

/** {@code --sport} of tcp, udp, sctp, dccp and udplite. */
public record SourcePort(boolean negated, NumberSet ports) implements Match {

    @Override
    public Split split(Packet packet, Site site) {
        return Split.sourcePort(packet, ports).negatedIf(negated);
    }

    @Override
    public String words() {
        return (negated ? "not from port " : "from port ") + ports;
    }

    @Override
    public String wanted() {
        return Wanted.in("the source port", negated, ports);
    }
}
