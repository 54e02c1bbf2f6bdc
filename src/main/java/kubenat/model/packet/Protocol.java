package kubenat.model.packet;

import java.util.Locale;
import java.util.Map;

/** An IP protocol: its number and the name that iptables prints for it (from /etc/protocols, as iptables 1.8.9 has it built in). */
public record Protocol(int number) {
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("ip", 0),
            Map.entry("icmp", 1),
            Map.entry("igmp", 2),
            Map.entry("ipencap", 4),
            Map.entry("tcp", 6),
            Map.entry("udp", 17),
            Map.entry("dccp", 33),
            Map.entry("ipv6", 41),
            Map.entry("gre", 47),
            Map.entry("esp", 50),
            Map.entry("ah", 51),
            Map.entry("ipv6-icmp", 58),
            Map.entry("icmpv6", 58),
            Map.entry("ospf", 89),
            Map.entry("pim", 103),
            Map.entry("vrrp", 112),
            Map.entry("ipcomp", 108),
            Map.entry("l2tp", 115),
            Map.entry("sctp", 132),
            Map.entry("mobility-header", 135),
            Map.entry("ipv6-mh", 135),
            Map.entry("mh", 135),
            Map.entry("udplite", 136),
            Map.entry("hopopt", 0),
            Map.entry("egp", 8),
            Map.entry("igp", 9),
            Map.entry("rdp", 27),
            Map.entry("dsr", 48),
            Map.entry("eigrp", 88),
            Map.entry("ipip", 94),
            Map.entry("etherip", 97));
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1, "icmp"),
            Map.entry(2, "igmp"),
            Map.entry(4, "ipencap"),
            Map.entry(6, "tcp"),
            Map.entry(17, "udp"),
            Map.entry(33, "dccp"),
            Map.entry(41, "ipv6"),
            Map.entry(47, "gre"),
            Map.entry(50, "esp"),
            Map.entry(51, "ah"),
            Map.entry(58, "ipv6-icmp"),
            Map.entry(89, "ospf"),
            Map.entry(103, "pim"),
            Map.entry(112, "vrrp"),
            Map.entry(108, "ipcomp"),
            Map.entry(115, "l2tp"),
            Map.entry(132, "sctp"),
            Map.entry(135, "mobility-header"),
            Map.entry(136, "udplite"));

    public static final Protocol ICMP = new Protocol(1);
    public static final Protocol TCP = new Protocol(6);
    public static final Protocol UDP = new Protocol(17);
    public static final Protocol ICMPV6 = new Protocol(58);

    public Protocol {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("protocol number out of 0..255: " + number);
        }
    }

    /** Reads a name or a number; fails with IllegalArgumentException on an unknown word. */
    public static Protocol parse(String text) {
        Integer number = NUMBERS.get(text.toLowerCase(Locale.ROOT));
        if (number == null
                && (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9'))) {
            throw new IllegalArgumentException("not a protocol: " + text);
        }
        return new Protocol(number != null ? number : Integer.parseInt(text));
    }

    /** Whether packets of it carry source and destination ports: tcp, udp, dccp, sctp, udplite. */
    public boolean hasPorts() {
        return number == 6 || number == 17 || number == 33 || number == 132 || number == 136;
    }

    /** The name, or the number where there is none. */
    @Override
    public String toString() {
        return NAMES.getOrDefault(number, Integer.toString(number));
    }
}
