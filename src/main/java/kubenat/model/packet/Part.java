package kubenat.model.packet;

/** A part of the packets: what is known of them, and their share of those before the split. */
public record Part(Packet packet, Share share) {
    public static Part of(Packet packet) {
        return new Part(packet, Share.ALL);
    }
}
