package kubenat.oracle;

import static kubenat.oracle.Pool.once;
import static kubenat.oracle.Pool.pick;

import java.util.List;
import java.util.Random;

/** Random targets that the kernel allows at a place. */
final class RandomTargets {
    private static final List<String> XMARKS = List.of(
            "0x1/0xffffffff",
            "0x7/0xffffffff",
            "0x4000/0x4000",
            "0x4000/0x0",
            "0x10/0x10",
            "0x0/0xffffffff",
            "0x3/0x1",
            "0x8000/0x8000",
            "0x0/0xf");
    private static final List<String> CONNMARKS = List.of(
            "--set-xmark 0x7/0xffffffff",
            "--set-xmark 0x4000/0x0",
            "--save-mark --nfmask 0xffffffff --ctmask 0xffffffff",
            "--save-mark --nfmask 0xf0 --ctmask 0xf0",
            "--restore-mark --nfmask 0xffffffff --ctmask 0xffffffff");
    private static final List<String> REJECTS = List.of(
            "icmp-port-unreachable",
            "icmp-net-unreachable",
            "icmp-host-unreachable",
            "icmp-admin-prohibited",
            "icmp-proto-unreachable");
    private static final List<String> REJECTS_V6 =
            List.of("icmp6-port-unreachable", "icmp6-no-route", "icmp6-adm-prohibited", "icmp6-addr-unreachable");

    private final Place place;
    private final Pool pool;
    private final Random random;

    RandomTargets(Place place, Random random) {
        this.place = place;
        this.pool = place.pool();
        this.random = random;
    }

    /** A target that needs no protocol and is allowed everywhere, or one of the table's own. */
    String draw(String protocol) {
        boolean hasPorts = List.of("tcp", "udp").contains(protocol);
        return switch (place.table()) {
            case "nat" -> !place.quiet() && random.nextInt(5) < 2 ? nat(hasPorts) : common();
            case "filter" -> random.nextInt(5) < 2 ? filter(protocol) : common();
            case "raw" -> once(random, 4) ? "-j CT --notrack" : common();
            default -> once(random, 8) ? "-j DROP" : common();
        };
    }

    private String common() {
        int kind = random.nextInt(12);
        return switch (place.quiet() && (kind == 4 || kind == 5) ? 6 : kind) {
            case 0 -> "-j ACCEPT";
            case 1 -> "-j RETURN";
            case 2 -> "";
            case 3 -> "-j LOG --log-prefix \"a b\"";
            case 4 -> connectionMark();
            case 5 ->
                place.table().equals("mangle") ? mangle() : "-j CONNMARK --restore-mark --nfmask 0xff --ctmask 0xff";
            default -> "-j MARK --set-xmark " + pick(random, XMARKS);
        };
    }

    /** Not where OUTPUT comes: there the kernel's own redirects pass, and change the mark of the connection that they are about. */
    private String connectionMark() {
        return "-j CONNMARK "
                + (place.hooks().contains("OUTPUT")
                        ? "--restore-mark --nfmask 0xffffffff --ctmask 0xffffffff"
                        : pick(random, CONNMARKS));
    }

    private String mangle() {
        String hops = pool.isV6() ? "-j HL --hl-" : "-j TTL --ttl-";
        return hops + pick(random, List.of("set 1", "set 64", "dec 1", "inc 2"));
    }

    private String filter(String protocol) {
        if (random.nextBoolean()) {
            return pick(random, List.of("-j ACCEPT", "-j ACCEPT", "-j DROP"));
        }
        return protocol.equals("tcp") && once(random, 3)
                ? "-j REJECT --reject-with tcp-reset"
                : "-j REJECT --reject-with " + pick(random, pool.isV6() ? REJECTS_V6 : REJECTS);
    }

    private String nat(boolean hasPorts) {
        if (place.isWithin("PREROUTING", "OUTPUT")) {
            return destination(hasPorts);
        }
        if (place.isWithin("POSTROUTING")) {
            return random.nextBoolean() ? masquerade(hasPorts) : source(hasPorts);
        }
        return place.isWithin("POSTROUTING", "INPUT") ? source(hasPorts) : common();
    }

    private String destination(boolean hasPorts) {
        if (once(random, 8)) {
            return "-j NETMAP --to " + (pool.isV6() ? "fd00:10:244::/112" : "10.244.0.0/24");
        }
        if (once(random, 5)) {
            return "-j REDIRECT"
                    + (hasPorts ? " --to-ports " + pick(random, List.of("8080", "15001", "8000-8010")) : "");
        }
        String port = hasPorts && random.nextBoolean()
                ? pick(random, List.of(":8080", ":80", ":100-109", ":79-85", ":6000-6010/80"))
                : "";
        boolean shifted = port.contains("/");
        return "-j DNAT --to-destination " + with(address(), port)
                + (!shifted && once(random, 6) ? " --random" : "")
                + (once(random, 10) ? " --persistent" : "");
    }

    private String address() {
        if (once(random, 6)) {
            return pool.isV6() ? "fd00:10:244::7-fd00:10:244::9" : "10.244.1.2-10.244.1.5";
        }
        List<List<String>> kinds = List.of(pool.pods(), pool.pods(), pool.own(), pool.outside(), pool.services());
        return pick(random, pick(random, kinds));
    }

    /** An IPv6 address stands in brackets before a port; a range of addresses as a whole. */
    private String with(String address, String port) {
        return pool.isV6() && !port.isEmpty() ? "[" + address + "]" + port : address + port;
    }

    private String masquerade(boolean hasPorts) {
        String ports = hasPorts && once(random, 4) ? " --to-ports 2000-2003" : "";
        return "-j MASQUERADE" + ports + (once(random, 5) ? " --random" : once(random, 5) ? " --random-fully" : "");
    }

    private String source(boolean hasPorts) {
        if (once(random, 8)) {
            return "-j NETMAP --to " + (pool.isV6() ? "2001:db8:7::/64" : "7.7.7.0/28");
        }
        String to = pool.isV6()
                ? pick(random, List.of("2001:db8::180", "2001:db8:7::7", "fd00:10:244::8"))
                : pick(random, List.of("30.0.1.180", "7.7.7.7", "7.7.7.7-7.7.7.9", "10.244.0.7", "50.0.0.1"));
        String port = hasPorts && once(random, 4) ? pick(random, List.of(":3000-3003", ":40000-40005", ":777")) : "";
        return "-j SNAT --to-source " + with(to, port) + (once(random, 8) ? " --random" : "");
    }
}
