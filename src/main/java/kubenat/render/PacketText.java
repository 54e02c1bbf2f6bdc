package kubenat.render;

import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Family;
import kubenat.model.packet.Header;
import kubenat.model.packet.NumberSet;
import kubenat.trace.Assumption;
import kubenat.trace.Outcome;
import kubenat.trace.Trace;

/** Addresses and ports as text, as far as they are known. */
public final class PacketText {
    private PacketText() {}

    /** {@code 10.0.0.1:80}, {@code [fd00::1]:80}, {@code 10.0.0.1:8000-8080} as iptables has it; without port where it may be any. */
    public static String socket(AddressSet addresses, NumberSet ports) {
        String host = host(addresses);
        return ports.isAnyPort() ? host : host + ":" + ports.toString().replace(':', '-');
    }

    /** The address, in brackets for IPv6; a range where it is one, or {@code any address}. */
    private static String host(AddressSet addresses) {
        Optional<Address> single = addresses.single();
        if (single.isPresent()) {
            return single.get().family() == Family.IPV6
                    ? "[" + single.get() + "]"
                    : single.get().toString();
        }
        return addresses.isAll() ? "any address" : String.join(",", addresses.ranges());
    }

    /** Where the packets that were asked about are going; a stand-in for this node's addresses is not named. */
    public static String asked(Trace trace) {
        Header header = trace.packet().original();
        return trace.assumptions().stream().anyMatch(Assumption::isStandIn)
                ? ":" + header.destinationPort() + " on any address of this node"
                : socket(header.destination(), header.destinationPort());
    }

    /** Where the packets of an outcome go in the end. */
    public static String destination(Outcome outcome) {
        return socket(
                outcome.packet().header().destination(),
                outcome.packet().header().destinationPort());
    }

    /** The addresses in words; empty where any is possible. */
    public static Optional<String> known(AddressSet addresses) {
        return addresses.isAll()
                ? Optional.empty()
                : Optional.of(addresses
                        .single()
                        .map(Address::toString)
                        .orElseGet(() -> String.join(",", addresses.ranges())));
    }
}
