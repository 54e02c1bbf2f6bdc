package kubenat.model.match;

import kubenat.model.packet.InterfacePattern;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;

/** {@code -o}: the interface that the packet goes out by; the empty name before routing. */
public record OutInterface(boolean negated, InterfacePattern pattern) implements Match {

    @Override
    public Split split(Packet packet, Site site) {
        Split split = switch (packet.out().fits(pattern)) {
            case YES -> Split.yes(packet);
            case NO -> Split.no(packet);
            case MAYBE ->
                Split.both(
                        packet.withOut(packet.out().that(pattern)),
                        packet.withOut(packet.out().except(pattern)));
        };
        return split.negatedIf(negated);
    }

    @Override
    public String words() {
        return (negated ? "not out by " : "out by ") + pattern;
    }
}
