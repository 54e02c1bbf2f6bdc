package kubenat.model.target;

import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.NumberSet;
import kubenat.model.syntax.Numbers;

/**
 * What {@code --to-destination} and {@code --to-source} take: addresses, ports, or both, each one or a range.
 *
 * @param text as the rule has it
 */
public record NatRange(Optional<AddressSet> addresses, Optional<NumberSet> ports, String text) {

    /** Reads {@code 10.0.0.1}, {@code 10.0.0.1-10.0.0.9:80-90/8000}, {@code :80} or {@code [fd00::1]:80}; empty when it is none. */
    public static Optional<NatRange> read(String text) {
        int colon = portColon(text);
        String where = colon < 0 ? text : text.substring(0, colon);
        Optional<AddressSet> addresses = addresses(where);
        if (!where.isEmpty() && addresses.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        if (colon < 0) {
            return Optional.of(new NatRange(addresses, Optional.empty(), text));
        }
        String ports = text.substring(colon + 1);
        int shift = ports.indexOf('/');
        Optional<NumberSet> read =
                Numbers.range((shift < 0 ? ports : ports.substring(0, shift)).replace('-', ':'), 65535);
        boolean sound = read.isPresent() && !read.get().contains(0);
        return sound ? Optional.of(new NatRange(addresses, read, text)) : Optional.empty();
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

    /** The port after translation: kept when it is in the range already, else the first of the range (kernel: nf_nat). */
    NumberSet portFrom(NumberSet now) {
        if (ports.isEmpty()) {
            return now;
        }
        NumberSet kept = now.intersect(ports.get());
        if (kept.equals(now)) {
            return now;
        }
        return kept.isEmpty() ? NumberSet.of(ports.get().lowest()) : ports.get();
    }

    @Override
    public String toString() {
        return text;
    }
}
