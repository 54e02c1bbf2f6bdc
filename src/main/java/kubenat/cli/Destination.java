package kubenat.cli;

import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.NumberSet;
import kubenat.model.syntax.Numbers;

/** Where a packet is to go, as {@code --dst} says it. */
sealed interface Destination {

    /** An address, with any port where none was given. */
    record Socket(Address address, NumberSet ports) implements Destination {}

    /** {@code :31248}: a NodePort on whatever address the node has. */
    record NodePort(int port) implements Destination {}

    /** {@code ns/name[:port]}: a Service by its name. */
    record Named(String service, Optional<String> port) implements Destination {}

    /** Reads any form. */
    static Destination read(String text) throws BadField {
        if (text.indexOf('/') > 0) {
            return named(text);
        }
        Optional<Address> bare = Address.read(unbracketed(text));
        if (bare.isPresent()) {
            return new Socket(bare.get(), NumberSet.PORTS);
        }
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw wrong(text);
        }
        NumberSet port = port(text.substring(colon + 1), text);
        if (colon == 0) {
            return new NodePort(port.lowest());
        }
        Address address = Address.read(unbracketed(text.substring(0, colon))).orElseThrow(() -> wrong(text));
        return new Socket(address, port);
    }

    private static Destination named(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Named(text, Optional.empty())
                : new Named(text.substring(0, colon), Optional.of(text.substring(colon + 1)));
    }

    private static String unbracketed(String text) {
        return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    }

    private static NumberSet port(String text, String whole) throws BadField {
        return Numbers.range(text, 65535).filter(p -> p.single().isPresent()).orElseThrow(() -> wrong(whole));
    }

    private static BadField wrong(String text) {
        return new BadField(
                PacketField.DESTINATION,
                text + ": not ADDRESS[:PORT], [IPV6]:PORT, :NODEPORT or NAMESPACE/SERVICE[:PORT]");
    }
}
