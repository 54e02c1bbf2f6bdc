package kubenat.model.target;

import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;

/** A target that notes or polishes the packet, such as LOG or CHECKSUM, and has no effect on where it goes. */
public record NoEffect(String name, String text) implements Target {

    @Override
    public Effect apply(Packet packet, Site site) {
        return new Effect.GoOn(packet);
    }

    @Override
    public String words() {
        return text.isEmpty() ? name + ", go on" : name + " " + text + ", go on";
    }
}
