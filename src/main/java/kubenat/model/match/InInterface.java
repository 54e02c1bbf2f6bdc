package kubenat.model.match;

import kubenat.model.packet.InterfacePattern;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;

/** {@code -i}: the interface that the packet came in by; the empty name in OUTPUT and for what this node sends. */
public record InInterface(boolean negated, InterfacePattern pattern) implements Match {

    @Override
    public Split split(Packet packet, Site site) {
        return Split.in(packet, pattern).negatedIf(negated);
    }

    @Override
    public String words() {
        return (negated ? "not in by " : "in by ") + pattern;
    }

    @Override
    public String wanted() {
        return (negated ? "it did not come in by " : "it came in by ") + pattern;
    }
}
