package kubenat.model.match;

import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;

/** {@code -f}: a second or later fragment. The packet traced is whole: conntrack puts fragments together first. */
public record Fragment(boolean negated) implements Match {

    @Override
    public Split split(Packet packet, Site site) {
        return Split.of(negated, packet);
    }

    @Override
    public String words() {
        return negated ? "not a later fragment" : "a later fragment";
    }

    @Override
    public String wanted() {
        return Wanted.is("it", negated, "a later fragment");
    }
}
