package kubenat.model.packet;

import java.util.Optional;

/** An IPv4 or IPv6 address, as one unsigned number of 128 bits; IPv4 uses the low 32. */
public record Address(Family family, long high, long low) implements Comparable<Address> {
    public Address {
        if (family == Family.IPV4 && (high != 0 || low >>> 32 != 0)) {
            throw new IllegalArgumentException("more than 32 bits in an IPv4 address");
        }
    }

    public static Address v4(long bits) {
        return new Address(Family.IPV4, 0, bits & 0xffff_ffffL);
    }

    /** Reads {@code 10.0.0.1} or {@code fd00::1}; fails with IllegalArgumentException on anything else. */
    public static Address parse(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException("not an address: " + text));
    }

    /** Reads an address; empty when the text is none. */
    public static Optional<Address> read(String text) {
        return text.indexOf(':') >= 0 ? AddressText.readV6(text) : AddressText.readV4(text);
    }

    /** The lowest address of a family: 0.0.0.0 or ::. */
    public static Address first(Family family) {
        return new Address(family, 0, 0);
    }

    /** The highest address of a family. */
    public static Address last(Family family) {
        return family == Family.IPV4 ? v4(-1) : new Address(family, -1, -1);
    }

    /** The next higher address; the last one wraps around. */
    public Address next() {
        return family == Family.IPV4 ? v4(low + 1) : new Address(family, low == -1 ? high + 1 : high, low + 1);
    }

    /** The next lower address; the first one wraps around. */
    public Address previous() {
        return family == Family.IPV4 ? v4(low - 1) : new Address(family, low == 0 ? high - 1 : high, low - 1);
    }

    @Override
    public int compareTo(Address other) {
        int byHigh = family != other.family ? family.compareTo(other.family) : Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address address
                && family == address.family
                && high == address.high
                && low == address.low;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(high) + Long.hashCode(low);
    }

    @Override
    public String toString() {
        return AddressText.print(this);
    }
}
