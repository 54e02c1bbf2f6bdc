package kubenat.model.match;

import kubenat.model.packet.InterfacePattern;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Truth;

/** Where packets come from, as far as several matches ask. */
final class Arrival {
    static final InterfacePattern LOOPBACK = new InterfacePattern("lo");

    private Arrival() {}

    /** Whether no link has carried the packet: this node sent it. */
    static boolean isWithoutLink(Packet packet) {
        return packet.isSentHere() || packet.in().fits(LOOPBACK) == Truth.YES;
    }
}
