package kubenat.model.syntax;

import java.util.Map;

/** The names of ports that rules use, as /etc/services has had them since long ago. */
public final class PortNames {
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("ftp", "21"),
            Map.entry("ssh", "22"),
            Map.entry("telnet", "23"),
            Map.entry("smtp", "25"),
            Map.entry("domain", "53"),
            Map.entry("bootps", "67"),
            Map.entry("bootpc", "68"),
            Map.entry("tftp", "69"),
            Map.entry("http", "80"),
            Map.entry("pop3", "110"),
            Map.entry("sunrpc", "111"),
            Map.entry("ntp", "123"),
            Map.entry("imap2", "143"),
            Map.entry("snmp", "161"),
            Map.entry("ldap", "389"),
            Map.entry("https", "443"),
            Map.entry("isakmp", "500"),
            Map.entry("syslog", "514"));

    private PortNames() {}

    /** The number of a name; any other text as it is. */
    public static String number(String text) {
        return NUMBERS.getOrDefault(text, text);
    }
}
