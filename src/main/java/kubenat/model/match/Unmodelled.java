package kubenat.model.match;

import kubenat.model.packet.Condition;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;

/** A condition that the dump holds and this tool does not model. Kept word for word, never guessed at. */
public record Unmodelled(String text) implements Match {

    @Override
    public Split split(Packet packet, Site site) {
        return Split.opaque(packet, Condition.opaque("unmodelled", text, "the packet meets " + text));
    }

    @Override
    public String words() {
        return text;
    }
}
