package kubenat.model.target;

import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;

/** {@code -j RETURN}: back to the calling chain; in a built-in chain to the policy. */
public record Return() implements Target {

    @Override
    public Effect apply(Packet packet, Site site) {
        return new Effect.Leave();
    }

    @Override
    public String words() {
        return "RETURN";
    }

    @Override
    public String name() {
        return "RETURN";
    }
}
