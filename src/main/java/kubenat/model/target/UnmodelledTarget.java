package kubenat.model.target;

import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;

/** A target that the dump holds and this tool does not model: what becomes of the packet is not known. */
public record UnmodelledTarget(String name, String text) implements Target {

    @Override
    public Effect apply(Packet packet, Site site) {
        return new Effect.End(Ending.unknown("the target " + name + " is not modelled"), packet);
    }

    @Override
    public String words() {
        return text.isEmpty() ? name : name + " " + text;
    }
}
