package kubenat.model.target;

import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;

/** {@code -j ACCEPT}: ends this table for this hook; other tables still see the packet. */
public record Accept() implements Target {

    @Override
    public Effect apply(Packet packet, Site site) {
        return new Effect.End(Ending.ACCEPT, packet);
    }

    @Override
    public String words() {
        return "ACCEPT";
    }

    @Override
    public String name() {
        return "ACCEPT";
    }
}
