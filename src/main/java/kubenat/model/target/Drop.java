package kubenat.model.target;

import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;

/** {@code -j DROP}: the packet is gone. */
public record Drop() implements Target {

    @Override
    public Effect apply(Packet packet, Site site) {
        return new Effect.End(Ending.DROP, packet);
    }

    @Override
    public String words() {
        return "DROP";
    }

    @Override
    public String name() {
        return "DROP";
    }
}
