package kubenat.model.target;

import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;

/**
 * A target whose text is cut or garbled, such as {@code DNAT [unsupported revision]}: where the packet goes is not known.
 *
 * @param why what is wrong with the text
 */
public record UnreadableTarget(String name, String text, String why) implements Target {

    @Override
    public Effect apply(Packet packet, Site site) {
        return new Effect.End(Ending.unknown(why), packet);
    }

    @Override
    public String words() {
        return name + " that cannot be read: " + text;
    }
}
