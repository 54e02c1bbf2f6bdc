package kubenat.trace;

import kubenat.model.packet.Packet;
import kubenat.model.packet.Share;

/** Packets at one point of their way: what is known of them, their share, and how they came there. */
record State(Packet packet, Share share, Trail trail) {

    State with(Packet now) {
        return new State(now, share, trail);
    }

    State then(Step step) {
        return new State(packet, share, trail.then(step));
    }

    /** Together with packets of which just the same is known. */
    State join(State other) {
        return new State(packet, share.plus(other.share), trail.join(other.trail));
    }
}
