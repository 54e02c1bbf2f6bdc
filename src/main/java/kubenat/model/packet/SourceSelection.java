package kubenat.model.packet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of the node's addresses a packet gets that has none: in IPv4 the one of the interface that is on the hop's network,
 * else its first, else any other interface's (kernel: inet_select_addr); in IPv6 the one most like the destination
 * (RFC 6724 as in ipv6_dev_get_saddr: itself, its scope, the interface, its kind, its longest prefix).
 */
final class SourceSelection {
    private static final Cidr LOOPBACK = Cidr.parse("127.0.0.0/8");
    private static final Address LOOPBACK_V6 = Address.parse("::1");
    private static final Cidr LINK_LOCAL = Cidr.parse("fe80::/10");
    private static final Cidr GROUPS_V6 = Cidr.parse("ff00::/8");
    private static final Cidr UNIQUE_LOCAL = Cidr.parse("fc00::/7");

    private final List<InterfaceAddress> addresses;
    private final Address hop;

    /** {@code addresses} stand in the order in which the node lists them. */
    SourceSelection(List<InterfaceAddress> addresses, Address hop) {
        this.addresses = addresses;
        this.hop = hop;
    }

    Optional<Address> on(String device) {
        return hop.family() == Family.IPV4 ? v4(device) : v6(device);
    }

    private Optional<Address> v4(String device) {
        List<InterfaceAddress> usable = new ArrayList<>();
        for (InterfaceAddress address : addresses) {
            boolean secondary = usable.stream().anyMatch(earlier -> isSecondary(address, earlier));
            if (address.address().family() == Family.IPV4 && !LOOPBACK.contains(address.address()) && !secondary) {
                usable.add(address);
            }
        }
        Stream<InterfaceAddress> fitting = usable.stream()
                .filter(a -> a.device().equals(device) && network(a).contains(hop));
        Stream<InterfaceAddress> own = usable.stream().filter(a -> a.device().equals(device));
        return Stream.of(fitting, own, usable.stream())
                .flatMap(each -> each)
                .map(InterfaceAddress::address)
                .findFirst();
    }

    /** A further address of the same network on an interface is never chosen (kernel: IFA_F_SECONDARY). */
    private static boolean isSecondary(InterfaceAddress address, InterfaceAddress earlier) {
        return address.device().equals(earlier.device())
                && address.address().family() == earlier.address().family()
                && network(address).equals(network(earlier));
    }

    private static Cidr network(InterfaceAddress address) {
        return new Cidr(address.address(), address.prefixLength());
    }

    private Optional<Address> v6(String device) {
        return addresses.stream()
                .filter(a -> a.address().family() == Family.IPV6 && a.up())
                .filter(a -> !isOnLink() || a.device().equals(device))
                .max(Comparator.comparing((InterfaceAddress a) -> a.address().equals(hop))
                        .thenComparing(a -> LINK_LOCAL.contains(a.address()) == LINK_LOCAL.contains(hop))
                        .thenComparing(a -> LOOPBACK_V6.equals(a.address()) == LOOPBACK_V6.equals(hop))
                        .thenComparing(a -> a.device().equals(device))
                        .thenComparing(a -> UNIQUE_LOCAL.contains(a.address()) == UNIQUE_LOCAL.contains(hop))
                        .thenComparingInt(this::commonBits))
                .map(InterfaceAddress::address);
    }

    /** Whether only an address of the interface itself will do. */
    private boolean isOnLink() {
        return hop.equals(LOOPBACK_V6) || LINK_LOCAL.contains(hop) || GROUPS_V6.contains(hop);
    }

    private int commonBits(InterfaceAddress address) {
        long high = Long.numberOfLeadingZeros(address.address().high() ^ hop.high());
        long low = Long.numberOfLeadingZeros(address.address().low() ^ hop.low());
        return (int) Math.min(address.prefixLength(), high < 64 ? high : 64 + low);
    }
}
