package kubenat.model.match;

import kubenat.model.packet.Packet;
import kubenat.model.packet.Protocol;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;

/** {@code -p}: the protocol; 0 stands for all. */
public record ProtocolMatch(boolean negated, Protocol protocol) implements Match {

    @Override
    public Split split(Packet packet, Site site) {
        boolean same = protocol.number() == 0 || protocol.equals(packet.protocol());
        return Split.of(same != negated, packet);
    }

    @Override
    public String words() {
        return protocol.number() == 0 ? (negated ? "no protocol" : "") : (negated ? "not " : "") + protocol;
    }

    @Override
    public String wanted() {
        return protocol.number() == 0 ? Match.super.wanted() : Wanted.is("the protocol", negated, protocol.toString());
    }
}
