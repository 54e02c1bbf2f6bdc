package kubenat.model.packet;

import java.util.Optional;

/** An address of one of the node's interfaces, as {@code ip addr} lists it. */
public record InterfaceAddress(
        String device, boolean up, Address address, int prefixLength, Optional<Address> broadcast) {}
