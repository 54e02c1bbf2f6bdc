package kubenat.trace;

import kubenat.model.packet.Packet;

/** Packets at the beginning of their way: where they come from and what is known of them. */
public record Origin(SourceClass from, Packet packet) {

    /** Whether a process of this node sends them. */
    public boolean isSent() {
        return from == SourceClass.NODE;
    }
}
