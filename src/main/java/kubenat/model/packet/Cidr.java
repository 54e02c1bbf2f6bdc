package kubenat.model.packet;

import java.util.Optional;

/** A network, such as 10.244.0.0/16; host bits are cleared, a bare address is a /32 (or /128). */
public record Cidr(Address network, int prefixLength) {
    public Cidr {
        if (prefixLength < 0 || prefixLength > network.family().bits()) {
            throw new IllegalArgumentException("prefix length out of range: " + prefixLength);
        }
        network = masked(network, prefixLength);
    }

    public static Cidr of(Address address) {
        return new Cidr(address, address.family().bits());
    }

    /** Reads {@code 10.0.0.0/8} or a bare address; fails with IllegalArgumentException on anything else. */
    public static Cidr parse(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException("not a network: " + text));
    }

    /** Reads a network with a prefix length; empty when the text is none (dotted masks are {@link Netmask}'s). */
    public static Optional<Cidr> read(String text) {
        int slash = text.indexOf('/');
        Optional<Address> address = Address.read(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0 || address.isEmpty()) {
            return address.map(Cidr::of);
        }
        String length = text.substring(slash + 1);
        boolean number =
                !length.isEmpty() && length.length() <= 3 && length.chars().allMatch(c -> c >= '0' && c <= '9');
        return address.filter(
                        a -> number && Integer.parseInt(length) <= a.family().bits())
                .map(a -> new Cidr(a, Integer.parseInt(length)));
    }

    public boolean contains(Address address) {
        return address.family() == network.family()
                && masked(address, prefixLength).equals(network);
    }

    public Address last() {
        int host = network.family().bits() - prefixLength;
        long low = host >= 64 ? -1 : (1L << host) - 1;
        long high = host <= 64 ? 0 : host == 128 ? -1 : (1L << host - 64) - 1;
        return new Address(network.family(), network.high() | high, network.low() | low);
    }

    /** The address of this network with the same host part. */
    public Address moved(Address address) {
        Address start = masked(address, prefixLength);
        return new Address(
                address.family(),
                network.high() | address.high() ^ start.high(),
                network.low() | address.low() ^ start.low());
    }

    public boolean isSingle() {
        return prefixLength == network.family().bits();
    }

    private static Address masked(Address address, int prefixLength) {
        int host = address.family().bits() - prefixLength;
        long low = host >= 64 ? 0 : address.low() & -1L << host;
        long high = host <= 64 ? address.high() : host == 128 ? 0 : address.high() & -1L << host - 64;
        return low == address.low() && high == address.high() ? address : new Address(address.family(), high, low);
    }

    /** The address alone for a single one, {@code network/length} otherwise. */
    @Override
    public String toString() {
        return isSingle() ? network.toString() : network + "/" + prefixLength;
    }
}
