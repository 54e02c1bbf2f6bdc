package kubenat.model.target;

import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;

/** How RFC 6296 swaps a prefix so that the checksum stays the same (kernel: ip6t_NPT, ip6t_npt_map_pfx). */
final class PrefixArithmetic {
    private PrefixArithmetic() {}

    /** The new address; empty where none can be made, so that the kernel drops the packet. */
    static Optional<Address> translate(Address address, Cidr from, Cidr to) {
        int length = Math.max(from.prefixLength(), to.prefixLength());
        int[] words = words(new Cidr(to.network(), length).moved(address));
        int at = length <= 48 ? 3 : 4;
        while (length > 48 && at < 8 && words[at] == 0xffff) {
            at++;
        }
        if (at == 8) {
            return Optional.empty();
        }
        int sum = add(words[at], subtract(sum(from.network()), sum(to.network())));
        words[at] = sum == 0xffff ? 0 : sum;
        return Optional.of(address(words));
    }

    private static int sum(Address prefix) {
        int sum = 0;
        for (int word : words(prefix)) {
            sum = add(sum, word);
        }
        return sum;
    }

    /** One's complement sum of 16 bits. */
    private static int add(int a, int b) {
        int sum = a + b;
        return (sum & 0xffff) + (sum >>> 16);
    }

    private static int subtract(int a, int b) {
        return add(a, ~b & 0xffff);
    }

    private static int[] words(Address address) {
        int[] words = new int[8];
        for (int i = 0; i < 8; i++) {
            words[i] = (int) ((i < 4 ? address.high() : address.low()) >>> 48 - 16 * (i % 4) & 0xffff);
        }
        return words;
    }

    private static Address address(int[] words) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = high << 16 | words[i];
            low = low << 16 | words[i + 4];
        }
        return new Address(Family.IPV6, high, low);
    }
}
