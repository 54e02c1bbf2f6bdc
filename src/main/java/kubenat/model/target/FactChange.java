package kubenat.model.target;

import kubenat.model.packet.Fact;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;

/**
 * A target that rewrites a number of the packet, such as TTL, and goes on.
 *
 * @param and the bits that are kept
 * @param xor the bits that are then flipped
 * @param add what is then added; the result stays in 0..255 (kernel: xt_HL)
 * @param text the options as the rule has them
 */
public record FactChange(String name, Fact fact, int and, int xor, int add, String text) implements Target {

    @Override
    public Effect apply(Packet packet, Site site) {
        return new Effect.GoOn(packet.change(fact, this::changed));
    }

    private int changed(int before) {
        return Math.max(0, Math.min(255, (before & and ^ xor) + add));
    }

    @Override
    public String words() {
        return name + " " + text + ", go on";
    }
}
