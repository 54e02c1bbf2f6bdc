package kubenat.model.target;

import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;

/** A rule without {@code -j}: it counts, and the packet goes on. */
public record NoTarget() implements Target {

    @Override
    public Effect apply(Packet packet, Site site) {
        return new Effect.GoOn(packet);
    }

    @Override
    public String words() {
        return "counts only";
    }

    @Override
    public String name() {
        return "";
    }
}
