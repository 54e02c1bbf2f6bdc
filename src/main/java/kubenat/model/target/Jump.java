package kubenat.model.target;

import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;

/** {@code -j CHAIN}: the packet goes to a chain of the same table and comes back to the next rule. */
public record Jump(String chain) implements Target {

    @Override
    public Effect apply(Packet packet, Site site) {
        return new Effect.Enter(chain, false);
    }

    @Override
    public String words() {
        return chain;
    }

    @Override
    public String name() {
        return chain;
    }
}
