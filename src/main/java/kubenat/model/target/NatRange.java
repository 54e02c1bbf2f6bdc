package kubenat.model.target;

import java.util.List;
import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.syntax.Numbers;

/**
 * What {@code --to-destination} and {@code --to-source} take: addresses, ports, or both, each one or a range.
 *
 * @param base of a shifted port range, such as 8000 in {@code :80-90/8000}
 * @param text as the rule has it
 */
public record NatRange(Optional<AddressSet> addresses, Optional<NumberSet> ports, Optional<Integer> base, String text) {

    /** Reads {@code 10.0.0.1}, {@code 10.0.0.1-10.0.0.9:80-90/8000}, {@code :80} or {@code [fd00::1]:80}; empty when it is none. */
    public static Optional<NatRange> read(String text) {
        int colon = portColon(text);
        String where = colon < 0 ? text : text.substring(0, colon);
        Optional<AddressSet> addresses = addresses(where);
        if (!where.isEmpty() && addresses.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        if (colon < 0) {
            return Optional.of(new NatRange(addresses, Optional.empty(), Optional.empty(), text));
        }
        String ports = text.substring(colon + 1);
        int shift = ports.indexOf('/');
        Optional<NumberSet> read =
                Numbers.range((shift < 0 ? ports : ports.substring(0, shift)).replace('-', ':'), 65535);
        Optional<Integer> base = shift < 0
                ? Optional.empty()
                : Numbers.range(ports.substring(shift + 1), 65535).flatMap(NumberSet::single);
        boolean sound = read.isPresent() && !read.get().contains(0) && (shift < 0 || base.isPresent());
        return sound ? Optional.of(new NatRange(addresses, read, base, text)) : Optional.empty();
    }

    /** Where the ports begin: after the brackets of IPv6, or at the only colon. */
    private static int portColon(String text) {
        int bracket = text.lastIndexOf(']');
        if (bracket >= 0) {
            return text.indexOf(':', bracket);
        }
        int colon = text.indexOf(':');
        return colon >= 0 && text.indexOf(':', colon + 1) < 0 ? colon : -1;
    }

    private static Optional<AddressSet> addresses(String text) {
        String bare = text.replace("[", "").replace("]", "");
        int dash = bare.indexOf('-');
        Optional<Address> first = Address.read(dash < 0 ? bare : bare.substring(0, dash));
        Optional<Address> last = dash < 0 ? first : Address.read(bare.substring(dash + 1));
        return first.isPresent()
                        && last.isPresent()
                        && first.get().family() == last.get().family()
                        && first.get().compareTo(last.get()) <= 0
                ? Optional.of(AddressSet.range(first.get(), last.get()))
                : Optional.empty();
    }

    /**
     * The destination port after translation (kernel: nf_nat_l4proto_unique_tuple): without ports in the rule it stays; it stays
     * if it is in the range already; {@code --random} takes any of the range; else the first of the range, or as far into it as
     * the port was after the base of a shifted range.
     */
    NumberSet destinationPort(Packet packet, boolean random) {
        NumberSet now = packet.header().destinationPort();
        if (ports.isEmpty() || !packet.protocol().hasPorts()) {
            return now;
        }
        NumberSet range = ports.get();
        if (base.isPresent()) {
            return now.single()
                    .map(port -> NumberSet.of(range.lowest() + ((port - base.get()) & 0xffff) % range.count()))
                    .orElse(range);
        }
        NumberSet outside = now.minus(range);
        return random ? range : outside.isEmpty() ? now : now.intersect(range).union(NumberSet.of(range.lowest()));
    }

    /**
     * The source port after translation, if no other connection has it: without ports in the rule it stays, or becomes, if it is
     * to be random, any of its class; with ports it stays if it is in the range already, else it is any of them.
     */
    static NumberSet sourcePort(Optional<NumberSet> ports, Packet packet, boolean random) {
        NumberSet now = packet.header().sourcePort();
        if (!packet.protocol().hasPorts() || ports.isEmpty() && !random) {
            return now;
        }
        if (ports.isEmpty()) {
            return CLASSES.stream()
                    .filter(each -> !each.now().intersect(now).isEmpty())
                    .map(PortClass::then)
                    .reduce(NumberSet.NONE, NumberSet::union);
        }
        return !random && now.minus(ports.get()).isEmpty() ? now : ports.get();
    }

    /** Ports that the kernel keeps among their like when it chooses new ones. */
    private record PortClass(NumberSet now, NumberSet then) {}

    private static final List<PortClass> CLASSES = List.of(
            new PortClass(NumberSet.range(0, 511), NumberSet.range(1, 511)),
            new PortClass(NumberSet.range(512, 1023), NumberSet.range(600, 1023)),
            new PortClass(NumberSet.range(1024, 65535), NumberSet.range(1024, 65535)));

    @Override
    public String toString() {
        return text;
    }
}
