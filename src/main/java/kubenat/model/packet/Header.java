package kubenat.model.packet;

/** Addresses and ports of a packet, each as the set of values it may have; one value when known. */
public record Header(AddressSet source, NumberSet sourcePort, AddressSet destination, NumberSet destinationPort) {

    public Header withSource(AddressSet now) {
        return new Header(now, sourcePort, destination, destinationPort);
    }

    public Header withSourcePort(NumberSet now) {
        return new Header(source, now, destination, destinationPort);
    }

    public Header withDestination(AddressSet now) {
        return new Header(source, sourcePort, now, destinationPort);
    }

    public Header withDestinationPort(NumberSet now) {
        return new Header(source, sourcePort, destination, now);
    }
}
