package kubenat.lint.cluster;

import java.util.Optional;
import kubenat.kube.AddressPort;
import kubenat.model.packet.Address;

/** Where an endpoint listens. */
public record EndpointAddress(Address address, int port) {

    /** Reads {@code 10.0.0.1:80} or {@code [fd00::1]:80}; empty when the text is neither. */
    public static Optional<EndpointAddress> read(String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 0 || port.isEmpty() || port.length() > 5 || !port.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        String host = text.substring(0, colon);
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return Address.read(bare).map(address -> new EndpointAddress(address, Integer.parseInt(port)));
    }

    @Override
    public String toString() {
        return AddressPort.text(address, port);
    }
}
