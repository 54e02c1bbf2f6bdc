package kubenat.parse;

import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.NumberSet;

/**
 * Tells from a line's text alone that its rule cannot match: in the forms that kube-proxy's dispatchers are printed in, the
 * destination stands right after the chain and the port right before the target. What it is not sure of may match.
 */
final class Sieve {
    private static final String PORT = " --dport ";
    private static final String JUMP = " -j ";

    private final String start;
    private final AddressSet destinations;
    private final NumberSet ports;
    private final Optional<String> only;

    /** For packets to these addresses and ports. */
    Sieve(String chain, AddressSet destinations, NumberSet ports) {
        this.start = "-A " + chain + " ";
        this.destinations = destinations;
        this.ports = ports;
        this.only = destinations.single().map(Address::toString);
    }

    /** Lists ({@code -s a,b}) may hold several rules and are never sorted out. */
    boolean mayMatch(String line) {
        if (!line.startsWith(start) || line.indexOf(',') >= 0) {
            return true;
        }
        return destinationFits(line) && portFits(line);
    }

    private boolean destinationFits(String line) {
        int at = start.length();
        if (line.startsWith("! -s ", at)) {
            at = line.indexOf(' ', at + 5) + 1;
        }
        if (!line.startsWith("-d ", at)) {
            return true;
        }
        int end = line.indexOf(' ', at + 3);
        if (end < 0 || isOnly(line, at + 3)) {
            return true;
        }
        return Cidr.read(line.substring(at + 3, end))
                .map(cidr -> !destinations.intersect(AddressSet.of(cidr)).isEmpty())
                .orElse(true);
    }

    private boolean isOnly(String line, int at) {
        return only.isPresent() && line.startsWith(only.get(), at);
    }

    /** {@code … --dport 31248 -j CHAIN} at the end of the line, with no quote behind that could make it part of a comment. */
    private boolean portFits(String line) {
        int jump = line.lastIndexOf(JUMP);
        int option = jump < 0 ? -1 : line.lastIndexOf(PORT, jump);
        if (option < 0 || line.charAt(option - 1) == '!' || hasMore(line, jump + JUMP.length())) {
            return true;
        }
        int port = 0;
        for (int i = option + PORT.length(); i < jump; i++) {
            int digit = line.charAt(i) - '0';
            if (digit < 0 || digit > 9 || port > 65535) {
                return true;
            }
            port = port * 10 + digit;
        }
        return ports.contains(port);
    }

    /** Whether anything but a chain's name follows. */
    private static boolean hasMore(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ' ' || c == '"' || c == '\'' || c == '\\') {
                return true;
            }
        }
        return from == line.length();
    }
}
