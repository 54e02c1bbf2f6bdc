package kubenat.parse;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.packet.NumberSet;
import kubenat.source.SourceText;

/**
 * Tells from a line's bytes alone that its rule cannot match: in the forms that kube-proxy's dispatchers are printed in, the
 * destination stands right after the chain and the port right before the target. What it is not sure of may match. Serves one thread.
 */
final class Sieve {
    private static final byte[] NOT_FROM = bytes("! -s ");
    private static final byte[] TO = bytes("-d ");
    private static final byte[] PORT = bytes(" --dport ");
    private static final byte[] JUMP = bytes(" -j ");
    private static final byte[] SINGLE = bytes("/32 ");
    private static final int LONGEST = 4096;

    private final byte[] start;
    private final AddressSet destinations;
    private final NumberSet ports;
    private final long only;
    private final byte[] line = new byte[LONGEST];
    private int length;

    /** For packets to these addresses and ports. */
    Sieve(String chain, AddressSet destinations, NumberSet ports) {
        this.start = bytes("-A " + chain + " ");
        this.destinations = destinations;
        this.ports = ports;
        Optional<Address> single = destinations.single().filter(address -> address.family() == Family.IPV4);
        this.only = single.isPresent() ? single.get().low() & 0xFFFFFFFFL : -1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the rule on the line that begins at an offset may match. */
    boolean mayMatch(SourceText source, long offset) {
        long end = source.endOfLine(offset);
        if (end - offset > LONGEST) {
            return true;
        }
        length = (int) (end - offset);
        source.bytes().copy(offset, end, line);
        // Lists (-s a,b) may hold several rules and are never sorted out.
        return !has(start, 0) || indexOf((byte) ',', 0) >= 0 || destinationFits() && portFits();
    }

    private boolean destinationFits() {
        int at = start.length;
        if (has(NOT_FROM, at)) {
            at = indexOf((byte) ' ', at + NOT_FROM.length) + 1;
        }
        if (!has(TO, at)) {
            return true;
        }
        int from = at + TO.length;
        long single = only < 0 ? -1 : single(from);
        return single < 0 ? isInDestinations(from) : single == only;
    }

    private boolean isInDestinations(int from) {
        int end = indexOf((byte) ' ', from);
        return end < 0
                || Cidr.read(new String(line, from, end - from, StandardCharsets.ISO_8859_1))
                        .map(cidr ->
                                !destinations.intersect(AddressSet.of(cidr)).isEmpty())
                        .orElse(true);
    }

    /** The address {@code a.b.c.d/32} at a place; negative if something else stands there. */
    private long single(int from) {
        long address = 0;
        int at = from;
        for (int part = 0; part < 4; part++) {
            int first = at;
            int number = 0;
            while (at < length && at < first + 3 && line[at] >= '0' && line[at] <= '9') {
                number = number * 10 + line[at++] - '0';
            }
            boolean isNumber = at > first && number <= 0xFF && (line[first] != '0' || at == first + 1);
            if (!isNumber || part < 3 && (at >= length || line[at++] != '.')) {
                return -1;
            }
            address = address << Byte.SIZE | number;
        }
        return has(SINGLE, at) ? address : -1;
    }

    /** {@code … --dport 31248 -j CHAIN} at the end of the line, with no quote behind that could make it part of a comment. */
    private boolean portFits() {
        int jump = lastIndexOf(JUMP, length);
        int option = jump < 0 ? -1 : lastIndexOf(PORT, jump);
        if (option < 1 || line[option - 1] == '!' || hasMore(jump + JUMP.length)) {
            return true;
        }
        int port = 0;
        for (int i = option + PORT.length; i < jump; i++) {
            int digit = line[i] - '0';
            if (digit < 0 || digit > 9 || port > 65535) {
                return true;
            }
            port = port * 10 + digit;
        }
        return ports.contains(port);
    }

    /** Whether anything but a chain's name follows. */
    private boolean hasMore(int from) {
        for (int i = from; i < length; i++) {
            byte c = line[i];
            if (c == ' ' || c == '"' || c == '\'' || c == '\\') {
                return true;
            }
        }
        return from == length;
    }

    private boolean has(byte[] wanted, int at) {
        if (at + wanted.length > length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (line[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private int indexOf(byte wanted, int from) {
        for (int i = from; i < length; i++) {
            if (line[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Where some bytes last begin at or before a place; negative if nowhere. */
    private int lastIndexOf(byte[] wanted, int from) {
        int at = from;
        while (at >= 0 && !has(wanted, at)) {
            at--;
        }
        return at;
    }
}
