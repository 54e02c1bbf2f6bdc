package kubenat.model.match;

import kubenat.model.packet.Fact;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;

/**
 * A number of the packet is one of these, such as its time to live.
 *
 * @param text the condition in words, not negated
 */
public record FactMatch(boolean negated, Fact fact, NumberSet values, String text) implements Match {

    @Override
    public Split split(Packet packet, Site site) {
        return Split.fact(packet, fact, values).negatedIf(negated);
    }

    @Override
    public String words() {
        return (negated ? "not " : "") + text;
    }
}
