package kubenat.model.packet;

/** A part of the packets: what is known of them, and their share of those before the split. */
public record Part(Packet packet, Share share) {
    public static Part of(Packet packet) {
        return new Part(packet, Share.ALL);
    }

    /** This part of a part, as a part of the whole. */
    Part within(Part whole) {
        return whole.share.equals(Share.ALL) ? this : new Part(packet, whole.share.times(share));
    }
}
