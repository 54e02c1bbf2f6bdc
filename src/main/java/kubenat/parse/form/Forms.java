package kubenat.parse.form;

import java.util.List;
import java.util.Map;
import kubenat.model.packet.Family;
import kubenat.model.syntax.Argument;

/**
 * How iptables 1.8.9 prints each module and target. One that is not here prints its options as it is given them, in that
 * order: of a printed dump that is what iptables prints, of other text it is at least nothing else.
 */
public final class Forms {
    private static final Map<String, Form> MATCHES = Map.ofEntries(
            Map.entry("addrtype", Form.AS_GIVEN.inOrder("--src-type", "--dst-type")),
            Map.entry("connmark", MarkForm.MATCH),
            Map.entry("conntrack", StateForm.CONNTRACK),
            Map.entry("core", CoreForm.FORM),
            Map.entry("dccp", PortForm.PORTS),
            Map.entry("icmp", IcmpForm.ICMP),
            Map.entry("icmp6", IcmpForm.ICMP6),
            Map.entry("limit", LimitForm.FORM),
            Map.entry("mark", MarkForm.MATCH),
            Map.entry("multiport", PortForm.MULTIPORT),
            Map.entry("recent", RecentForm.FORM),
            Map.entry("sctp", PortForm.PORTS),
            Map.entry("state", StateForm.STATE),
            Map.entry("statistic", StatisticForm.FORM),
            Map.entry("tcp", PortForm.TCP),
            Map.entry("time", TimeForm.FORM),
            Map.entry("u32", BitsForm.FORM),
            Map.entry("udp", PortForm.PORTS),
            Map.entry("udplite", PortForm.PORTS));

    private static final Map<String, Form> TARGETS = Map.of(
            "CONNMARK", MarkForm.CONNECTION,
            "DNAT", NatForm.FORM,
            "LOG", LogForm.FORM,
            "MARK", MarkForm.TARGET,
            "MASQUERADE", NatForm.FORM,
            "REDIRECT", NatForm.FORM,
            "REJECT", Forms::reject,
            "SNAT", NatForm.FORM);

    private Forms() {}

    /** The options of a match module, or of {@code core} for those that need none. */
    public static List<Argument> match(String module, List<Argument> given, Family family) {
        return MATCHES.getOrDefault(module, Form.AS_GIVEN).canonical(given, family);
    }

    /** Where one of those that need no module stands among the others. */
    public static int rank(Argument core) {
        return Form.rank(CoreForm.ORDER, core);
    }

    public static List<Argument> target(String name, List<Argument> given, Family family) {
        return TARGETS.getOrDefault(name, Form.AS_GIVEN).canonical(given, family);
    }

    private static List<Argument> reject(List<Argument> given, Family family) {
        String with = family == Family.IPV4 ? "icmp-port-unreachable" : "icmp6-port-unreachable";
        return Form.AS_GIVEN.with(Form.option("--reject-with", false, with)).canonical(given, family);
    }
}
