package kubenat.model.packet;

import java.util.Optional;

/** Addresses as text: dotted quads, and IPv6 in the short form of RFC 5952 that iptables prints. */
final class AddressText {
    private AddressText() {}

    static Optional<Address> readV4(String text) {
        long bits = 0;
        int parts = 0;
        int at = 0;
        while (parts < 4) {
            int dot = parts == 3 ? text.length() : text.indexOf('.', at);
            int octet = dot < 0 ? -1 : number(text, at, dot, 10, 255);
            if (octet < 0) {
                return Optional.empty();
            }
            bits = bits << 8 | octet;
            at = dot + 1;
            parts++;
        }
        return Optional.of(Address.v4(bits));
    }

    static Optional<Address> readV6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, 8).map(all -> address(all, new int[0]));
        }
        Optional<int[]> before = groups(text.substring(0, gap), 7);
        Optional<int[]> after = groups(text.substring(gap + 2), 7);
        if (before.isEmpty() || after.isEmpty() || before.get().length + after.get().length > 7) {
            return Optional.empty();
        }
        return Optional.of(address(before.get(), after.get()));
    }

    /** The 16-bit groups of a part without gap; exactly 8 of them when 8 is the most, else any number. */
    private static Optional<int[]> groups(String text, int most) {
        if (text.isEmpty()) {
            return most == 8 ? Optional.empty() : Optional.of(new int[0]);
        }
        String[] words = text.split(":", -1);
        boolean dotted = words[words.length - 1].indexOf('.') >= 0;
        int[] groups = new int[words.length + (dotted ? 1 : 0)];
        for (int i = 0; i < words.length - (dotted ? 1 : 0); i++) {
            groups[i] = number(words[i], 0, words[i].length(), 16, 0xffff);
            if (groups[i] < 0) {
                return Optional.empty();
            }
        }
        if (dotted) {
            Optional<Address> tail = readV4(words[words.length - 1]);
            if (tail.isEmpty()) {
                return Optional.empty();
            }
            groups[groups.length - 2] = (int) (tail.get().low() >>> 16);
            groups[groups.length - 1] = (int) (tail.get().low() & 0xffff);
        }
        return groups.length > most || most == 8 && groups.length != 8 ? Optional.empty() : Optional.of(groups);
    }

    private static Address address(int[] before, int[] after) {
        int[] all = new int[8];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(after, 0, all, 8 - after.length, after.length);
        return new Address(Family.IPV6, half(all, 0), half(all, 4));
    }

    private static long half(int[] groups, int from) {
        return (long) groups[from] << 48
                | (long) groups[from + 1] << 32
                | (long) groups[from + 2] << 16
                | groups[from + 3];
    }

    private static int number(String text, int from, int to, int radix, int most) {
        if (to <= from || to - from > 4) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0 || text.charAt(i) > 127) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value > most ? -1 : value;
    }

    static String print(Address address) {
        if (address.family() == Family.IPV4) {
            long a = address.low();
            return (a >>> 24) + "." + (a >>> 16 & 255) + "." + (a >>> 8 & 255) + "." + (a & 255);
        }
        return printV6(address);
    }

    private static String printV6(Address address) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (int) ((i < 4 ? address.high() : address.low()) >>> 48 - 16 * (i % 4) & 0xffff);
        }
        int[] gap = longestZeros(groups);
        if (address.high() == 0 && groups[4] == 0 && groups[5] == 0xffff) {
            return "::ffff:" + print(Address.v4(address.low()));
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (gap[1] > 1 && i == gap[0]) {
                text.append("::");
                i += gap[1] - 1;
            } else {
                text.append(text.length() == 0 || text.charAt(text.length() - 1) == ':' ? "" : ":");
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }

    private static int[] longestZeros(int[] groups) {
        int[] best = {-1, 0};
        int run = 0;
        for (int i = 0; i < 8; i++) {
            run = groups[i] == 0 ? run + 1 : 0;
            if (run > best[1]) {
                best = new int[] {i - run + 1, run};
            }
        }
        return best;
    }
}
