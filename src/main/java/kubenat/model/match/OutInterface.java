package kubenat.model.match;

import kubenat.model.packet.InterfacePattern;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;

/** {@code -o}: the interface that the packet goes out by; the empty name before routing. */
public record OutInterface(boolean negated, InterfacePattern pattern) implements Match {

    @Override
    public Split split(Packet packet, Site site) {
        return Split.out(packet, pattern).negatedIf(negated);
    }

    @Override
    public String words() {
        return (negated ? "not out by " : "out by ") + pattern;
    }

    @Override
    public String wanted() {
        return (negated ? "it did not go out by " : "it went out by ") + pattern;
    }
}
