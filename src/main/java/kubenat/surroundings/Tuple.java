package kubenat.surroundings;

import kubenat.model.packet.Address;

/** One direction of a connection; ports are 0 where the protocol has none. */
public record Tuple(Address source, Address destination, int sourcePort, int destinationPort) {}
