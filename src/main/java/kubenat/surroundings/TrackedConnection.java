package kubenat.surroundings;

import kubenat.model.packet.Protocol;

/**
 * One entry of the kernel's connection tracking.
 *
 * @param line of the listing
 * @param column where the reply's {@code src=} begins in it
 * @param state of tcp and sctp, such as {@code ESTABLISHED}; else empty text
 * @param replied whether an answer has been seen
 * @param zone 0 for connections that the rules of nat see in the usual way
 */
public record TrackedConnection(
        int line, int column, Protocol protocol, String state, boolean replied, int zone, Tuple original, Tuple reply) {

    /** Whether answers come from where the packets were sent to. */
    public boolean keepsDestination() {
        return reply.source().equals(original.destination()) && reply.sourcePort() == original.destinationPort();
    }
}
