package kubenat.lint.space;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.packet.InterfacePattern;

/**
 * Addresses, or names of interfaces: a name has at most 15 bytes and is a number as an IPv6 address is (kernel: IFNAMSIZ), so that
 * {@code cali+} is a network and the absent interface is {@code ::}.
 */
record Addresses(AddressSet set) implements Values {
    private static final int NAME_BYTES = 16;
    private static final Addresses V4 = new Addresses(AddressSet.all(Family.IPV4));
    private static final Addresses V6 = new Addresses(AddressSet.all(Family.IPV6));

    static final Addresses NAMES = V6;

    static Addresses all(Family family) {
        return family == Family.IPV4 ? V4 : V6;
    }

    /** The names that fit a pattern. */
    static Addresses of(InterfacePattern pattern) {
        boolean prefix = pattern.text().endsWith("+");
        String text = prefix ? pattern.text().substring(0, pattern.text().length() - 1) : pattern.text();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, NAME_BYTES - 1);
        byte[] name = Arrays.copyOf(Arrays.copyOf(bytes, length), NAME_BYTES);
        Address first = new Address(Family.IPV6, half(name, 0), half(name, 8));
        return new Addresses(prefix ? AddressSet.of(new Cidr(first, length * 8)) : AddressSet.of(first));
    }

    private static long half(byte[] name, int from) {
        long bits = 0;
        for (int i = from; i < from + 8; i++) {
            bits = bits << 8 | name[i] & 0xff;
        }
        return bits;
    }

    Addresses complement() {
        return new Addresses(set.complement());
    }

    @Override
    public boolean isEmpty() {
        return set.isEmpty();
    }

    @Override
    public Values and(Values other) {
        return new Addresses(set.intersect(((Addresses) other).set));
    }

    @Override
    public Values minus(Values other) {
        return new Addresses(set.minus(((Addresses) other).set));
    }
}
