package kubenat.kube;

import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.Family;
import kubenat.model.packet.NumberSet;

/** Address and port as text. */
public final class AddressPort {
    private AddressPort() {}

    /** Such as {@code 10.0.0.1:80}, {@code [fd00::1]:80}; the address or port alone when the other is open. */
    static String text(Optional<Address> address, NumberSet ports) {
        String host = address.map(AddressPort::host).orElse("");
        return ports.isAnyPort() ? host : host + ":" + ports;
    }

    /** Such as {@code 10.0.0.1:80} or {@code [fd00::1]:80}. */
    public static String text(Address address, int port) {
        return host(address) + ":" + port;
    }

    private static String host(Address address) {
        return address.family() == Family.IPV6 ? "[" + address + "]" : address.toString();
    }
}
