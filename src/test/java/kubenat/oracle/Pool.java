package kubenat.oracle;

import java.util.List;
import java.util.Random;
import kubenat.model.packet.Family;

/**
 * The few values that random nodes, rules and packets are made of, so that rules meet packets often. Addresses of one kind
 * stand for: outside, on the link, Pods here and elsewhere, Services, this node, and those that lead nowhere.
 */
record Pool(
        Family family,
        List<String> outside,
        List<String> pods,
        List<String> services,
        List<String> own,
        List<String> odd,
        List<String> networks,
        List<String> ranges) {

    static final Pool V4 = new Pool(
            Family.IPV4,
            List.of("30.0.1.9", "8.8.8.8", "50.0.0.7"),
            List.of("10.244.0.7", "10.244.0.8", "10.244.1.2", "10.244.2.2"),
            List.of("10.96.0.1", "10.96.0.10"),
            List.of("30.0.1.180", "30.0.1.181", "10.244.0.1", "10.244.0.0", "50.0.0.1", "10.55.0.7", "127.0.0.1"),
            List.of(
                    "127.9.9.9",
                    "30.0.1.255",
                    "30.0.1.0",
                    "255.255.255.255",
                    "224.0.0.1",
                    "239.1.1.1",
                    "99.1.0.1",
                    "99.2.0.1",
                    "99.3.0.1",
                    "70.0.0.1",
                    "10.99.0.5",
                    "10.244.0.255",
                    "0.0.0.0",
                    "241.0.0.1"),
            List.of(
                    "10.244.0.0/16",
                    "10.244.0.0/24",
                    "30.0.1.0/24",
                    "10.96.0.0/12",
                    "127.0.0.0/8",
                    "0.0.0.0/1",
                    "30.0.0.180/255.255.0.255",
                    "224.0.0.0/4"),
            List.of("10.244.0.5-10.244.1.3", "30.0.1.1-30.0.1.99", "10.96.0.1-10.96.0.1"));

    static final Pool V6 = new Pool(
            Family.IPV6,
            List.of("2001:db8::9", "2620:fe::9"),
            List.of("fd00:10:244::7", "fd00:10:244::8", "fd00:10:244:1::2"),
            List.of("fd00:10:96::1", "fd00:10:96::a"),
            List.of("2001:db8::180", "fd00:10:244::1", "::1"),
            List.of("2001:db8::", "ff02::1", "ff0e::7", "fd00:99:1::1", "fd00:99:2::1", "fd00:99:3::1"),
            List.of(
                    "fd00:10:244::/48",
                    "fd00:10:244::/64",
                    "2001:db8::/64",
                    "fd00:10:96::/112",
                    "ff00::/8",
                    "8000::/1"),
            List.of("fd00:10:244::5-fd00:10:244::9", "2001:db8::1-2001:db8::ff"));

    static final List<Integer> PORTS = List.of(80, 443, 53, 8080, 31248, 40001, 600, 200);
    static final List<String> PORT_RANGES = List.of("80:90", ":79", "1024:", "31248:31248", "50:500", "8080");
    static final List<String> MARKS = List.of(
            "0x1", "0x7", "0x4000/0x4000", "0x0/0x4000", "0x10/0x10", "0x5/0x4", "0x0", "0x6/0xf", "0x8000/0xc000");
    static final List<String> INTERFACES = List.of("eth0", "cni0", "flannel.1", "lo", "eth+", "cni+", "nak0", "f+");
    static final List<String> PROTOCOLS = List.of("tcp", "tcp", "tcp", "udp", "udp", "icmp", "sctp");

    boolean isV6() {
        return family == Family.IPV6;
    }

    /** Any of the addresses, those with a meaning more often than the odd ones. */
    String address(Random random) {
        List<List<String>> kinds = List.of(outside, pods, services, own, pods, own, odd);
        return pick(random, pick(random, kinds));
    }

    static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Whether one of so many times. */
    static boolean once(Random random, int times) {
        return random.nextInt(times) == 0;
    }
}
