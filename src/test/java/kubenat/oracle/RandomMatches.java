package kubenat.oracle;

import static kubenat.oracle.Pool.once;
import static kubenat.oracle.Pool.pick;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random conditions of one rule, as iptables-save prints them. */
final class RandomMatches {
    private static final List<String> FLAGS =
            List.of("FIN,SYN,RST,ACK SYN", "SYN,ACK ACK", "ALL NONE", "RST RST", "FIN,SYN FIN,SYN");
    private static final List<String> STATES =
            List.of("NEW", "INVALID", "RELATED,ESTABLISHED", "UNTRACKED", "INVALID,NEW", "DNAT", "SNAT", "NEW,DNAT");
    private static final List<String> TYPES = List.of(
            "LOCAL",
            "LOCAL",
            "UNICAST",
            "BROADCAST",
            "MULTICAST",
            "LOCAL,BROADCAST",
            "UNREACHABLE",
            "BLACKHOLE",
            "PROHIBIT");
    private static final List<String> TYPES_V6 = List.of("LOCAL", "UNICAST", "MULTICAST", "LOCAL", "UNREACHABLE");

    private final Place place;
    private final Pool pool;
    private final Random random;
    private final List<String> matches = new ArrayList<>();
    private String protocol = "";

    RandomMatches(Place place, Random random) {
        this.place = place;
        this.pool = place.pool();
        this.random = random;
    }

    /** The conditions; a protocol among them where {@code withPorts} asks for one that has ports. */
    List<String> draw(boolean withPorts) {
        if (withPorts) {
            protocol = pick(random, List.of("tcp", "tcp", "udp"));
            matches.add("-p " + protocol);
        }
        int number = pick(random, List.of(0, 1, 1, 1, 2, 2, 3));
        for (int i = 0; i < number; i++) {
            one(random.nextInt(21));
        }
        return matches;
    }

    String protocol() {
        return protocol;
    }

    private void one(int kind) {
        switch (kind) {
            case 0, 1 -> unlessGiven("-s", not() + "-s " + network());
            case 2, 3 -> unlessGiven("-d", not() + "-d " + network());
            case 4, 5, 6 -> port();
            case 7, 8 -> networkInterface();
            case 9 -> mark(place.quiet() ? "-m mark " : "-m connmark ");
            case 10, 19 -> mark("-m mark ");
            case 11, 12 -> addressType();
            case 13 -> conntrack();
            case 14 -> matches.add("-m statistic " + statistic());
            case 15 ->
                matches.add("-m iprange " + not() + pick(random, List.of("--src-range ", "--dst-range "))
                        + pick(random, pool.ranges()));
            case 16 -> multiport();
            case 17 -> number();
            case 18 -> packetType();
            default ->
                matches.add("-m comment --comment \"a " + pick(random, List.of("-j DROP", "# b", "c -> d")) + "\"");
        }
    }

    /** iptables takes the second {@code --mark} of a rule for the first module's. */
    private void mark(String module) {
        if (matches.stream().noneMatch(match -> match.contains("--mark "))) {
            matches.add(module + not() + "--mark " + pick(random, Pool.MARKS));
        }
    }

    private String not() {
        return once(random, 4) ? "! " : "";
    }

    private String network() {
        return once(random, 2) ? pick(random, pool.networks()) : pool.address(random);
    }

    /** What iptables allows once in a rule. */
    private void unlessGiven(String option, String text) {
        if (matches.stream().noneMatch(match -> match.replace("! ", "").startsWith(option + " "))) {
            matches.add(text);
        }
    }

    private void needProtocol(List<String> protocols) {
        if (protocol.isEmpty()) {
            protocol = pick(random, protocols);
            matches.add("-p " + protocol);
        }
    }

    private boolean hasPorts() {
        return List.of("tcp", "udp", "sctp").contains(protocol);
    }

    private void port() {
        if (once(random, 6)) {
            if (protocol.isEmpty()) {
                protocol = "none";
                matches.add("! -p " + pick(random, List.of("tcp", "udp")));
            }
            return;
        }
        needProtocol(Pool.PROTOCOLS);
        if (protocol.equals("icmp")) {
            int at = matches.indexOf("-p icmp");
            matches.set(at, pool.isV6() ? "-p ipv6-icmp" : "-p icmp");
            matches.add(
                    pool.isV6()
                            ? "-m icmp6 " + not() + "--icmpv6-type 128"
                            : "-m icmp " + not() + "--icmp-type " + pick(random, List.of("8", "0", "3/1", "any")));
            protocol = "none";
        } else if (hasPorts()) {
            String side = pick(random, List.of("--dport ", "--dport ", "--sport "));
            String ports = once(random, 3) ? pick(random, Pool.PORT_RANGES) : "" + pick(random, Pool.PORTS);
            matches.add("-m " + protocol + " " + not() + side + ports);
            if (protocol.equals("tcp") && once(random, 6)) {
                matches.add("-m tcp " + not() + "--tcp-flags " + pick(random, FLAGS));
            }
        }
    }

    private void multiport() {
        needProtocol(List.of("tcp", "udp"));
        if (hasPorts()) {
            matches.add("-m multiport " + not() + pick(random, List.of("--dports ", "--sports ", "--ports "))
                    + pick(random, List.of("80,443", "53,1000:50000", "80:90,8080,31248")));
        }
    }

    private void networkInterface() {
        boolean in = place.hasIn() && (!place.hasOut() || random.nextBoolean());
        unlessGiven(in ? "-i" : "-o", not() + (in ? "-i " : "-o ") + pick(random, Pool.INTERFACES));
    }

    private void addressType() {
        String types = pick(random, pool.isV6() ? TYPES_V6 : TYPES);
        matches.add(
                "-m addrtype " + not() + pick(random, List.of("--dst-type ", "--dst-type ", "--src-type ")) + types);
    }

    private void conntrack() {
        if (place.quiet()) {
            return;
        }
        matches.add("-m conntrack "
                + switch (random.nextInt(8)) {
                    case 0 -> not() + "--ctorigdst " + pool.address(random);
                    case 1 -> "--ctdir " + pick(random, List.of("ORIGINAL", "REPLY"));
                    case 2 ->
                        not() + "--ctorigsrc " + pick(random, pool.networks().subList(0, 4));
                    case 3 -> not() + "--ctstatus " + pick(random, List.of("NONE", "CONFIRMED", "SEEN_REPLY,ASSURED"));
                    default -> not() + "--ctstate " + pick(random, STATES);
                });
    }

    private String statistic() {
        return pick(
                random,
                List.of(
                        "--mode random --probability 0.50000000000",
                        "--mode random ! --probability 0.20000000019",
                        "--mode nth --every 3 --packet 0",
                        "--mode nth ! --every 2 --packet 1"));
    }

    private void number() {
        matches.add(
                switch (random.nextInt(3)) {
                    case 0 -> "-m length " + not() + "--length " + pick(random, List.of("40", "28:40", "60:"));
                    case 1 ->
                        pool.isV6()
                                ? "-m hl --hl-lt 64"
                                : "-m ttl "
                                        + pick(
                                                random,
                                                List.of("--ttl-eq 63", "--ttl-lt 64", "--ttl-gt 1", "--ttl-eq 64"));
                    default ->
                        place.quiet()
                                ? "-m dscp --dscp 0x00"
                                : "-m state " + not() + "--state "
                                        + pick(random, List.of("NEW", "INVALID", "NEW,UNTRACKED"));
                });
    }

    private void packetType() {
        if (place.isBuiltIn() && place.chain().equals("OUTPUT")) {
            matches.add("-m owner " + not() + "--uid-owner " + pick(random, List.of("0", "1337", "1000-2000")));
        }
    }
}
