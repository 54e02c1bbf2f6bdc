package kubenat.model.target;

import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;

/** {@code -g CHAIN}: the packet goes to a chain of the same table and comes back where this chain would have ended. */
public record Goto(String chain) implements Target {

    @Override
    public Effect apply(Packet packet, Site site) {
        return new Effect.Enter(chain, true);
    }

    @Override
    public String words() {
        return "goto " + chain;
    }

    @Override
    public String name() {
        return chain;
    }
}
