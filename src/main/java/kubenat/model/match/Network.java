package kubenat.model.match;

import java.util.Optional;
import java.util.function.BiFunction;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Family;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Split;

/** An address and a mask, as {@code -s} and {@code -d} take them; masks with holes stay masks, since no range is like them. */
public record Network(Address address, Address mask) {
    public Network {
        address = new Address(address.family(), address.high() & mask.high(), address.low() & mask.low());
    }

    public static Network of(Cidr cidr) {
        return new Network(cidr.network(), maskOf(cidr.network().family(), cidr.prefixLength()));
    }

    /** Reads {@code 10.0.0.0/8}, {@code 10.0.0.0/255.0.0.0} or an address; empty when the text is none. */
    public static Optional<Network> read(String text) {
        int slash = text.indexOf('/');
        Optional<Cidr> cidr = Cidr.read(text);
        if (cidr.isPresent() || slash < 0) {
            return cidr.map(Network::of);
        }
        Optional<Address> address = Address.read(text.substring(0, slash));
        Optional<Address> mask = Address.read(text.substring(slash + 1));
        return address.isPresent()
                        && mask.isPresent()
                        && address.get().family() == mask.get().family()
                ? Optional.of(new Network(address.get(), mask.get()))
                : Optional.empty();
    }

    public boolean contains(Address other) {
        return other.family() == address.family()
                && (other.high() & mask.high()) == address.high()
                && (other.low() & mask.low()) == address.low();
    }

    /** As a prefix; empty for a mask with holes. */
    public Optional<Cidr> cidr() {
        int length = Long.bitCount(mask.high()) + Long.bitCount(mask.low());
        return maskOf(mask.family(), length).equals(mask) ? Optional.of(new Cidr(address, length)) : Optional.empty();
    }

    Split split(
            Packet packet,
            AddressSet now,
            boolean negated,
            BiFunction<Packet, AddressSet, Split> splitter,
            String field) {
        Optional<Address> known = now.single();
        if (known.isPresent()) {
            return Split.of(contains(known.get()) != negated, packet);
        }
        return cidr().map(cidr -> splitter.apply(packet, AddressSet.of(cidr)).negatedIf(negated))
                .orElseGet(() -> Split.opaque(packet, Condition.opaque(field, toString(), field + " in " + this))
                        .negatedIf(negated));
    }

    private static Address maskOf(Family family, int length) {
        Address last = Address.last(family);
        return length == 0 ? Address.first(family) : new Cidr(last, length).network();
    }

    @Override
    public String toString() {
        return cidr().map(Cidr::toString).orElseGet(() -> address + "/" + mask);
    }
}
