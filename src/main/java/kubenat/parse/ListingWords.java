package kubenat.parse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kubenat.parse.form.TcpFlagNames;

/**
 * What {@code iptables -L} prints behind the addresses, and the options that it says (iptables 1.8.9, the {@code print}
 * functions of the extensions).
 */
final class ListingWords {
    /** One piece; {@code ofTarget} says whether it belongs behind {@code -j}. */
    private record Piece(Pattern listed, String options, boolean ofTarget) {}

    private static final List<Piece> PIECES = List.of(
            match("(tcp|udp|sctp|dccp|udplite)(?= |$)", "-m $1"),
            match("spts?:(!?)(\\S+)", "$1 --sport $2"),
            match("dpts?:(!?)(\\S+)", "$1 --dport $2"),
            match("multiport (sports|dports|ports) +(!?) *(\\S+)", "-m multiport $2 --$1 $3"),
            match("ADDRTYPE match", "-m addrtype"),
            match("(src|dst)-type (!?)(\\S+)", "$2 --$1-type $3"),
            match("limit-(in|out)(?= |$)", "--limit-iface-$1"),
            match("(mark|connmark) match +(!?) *(\\S+)", "-m $1 $2 --mark $3"),
            match("(!?) *state (\\S+)", "-m state $1 --state $2"),
            match("(!?) *(ct(?:state|proto|orig\\w+|repl\\w+|status|expire|dir)) (\\S+)", "-m conntrack $1 --$2 $3"),
            match("statistic mode (\\w+)", "-m statistic --mode $1"),
            match("(!?) *probability (\\S+)", "$1 --probability $2"),
            match("(!?) *every (\\d+)", "$1 --every $2"),
            match("packet (\\d+)", "--packet $1"),
            match("recent:", "-m recent"),
            match("(!?) *SET(?= |$)", "$1 --set"),
            match("(!?) *CHECK(?= |$)", "$1 --rcheck"),
            match("(!?) *UPDATE(?= |$)", "$1 --update"),
            match("(!?) *REMOVE(?= |$)", "$1 --remove"),
            match("seconds: (\\d+)", "--seconds $1"),
            match("reap(?= |$)", "--reap"),
            match("hit_count: (\\d+)", "--hitcount $1"),
            match("TTL-Match", "--rttl"),
            match("name: (\\S+)", "--name $1"),
            match("side: source", "--rsource"),
            match("side: dest", "--rdest"),
            match("mask: (\\S+)", "--mask $1"),
            match("(!?) *source IP range (\\S+)", "-m iprange $1 --src-range $2"),
            match("(!?) *destination IP range (\\S+)", "-m iprange $1 --dst-range $2"),
            match("(!?) *match-set (\\S+) (\\S+)", "-m set $1 --match-set $2 $3"),
            match("limit: avg (\\S+) burst (\\d+)", "-m limit --limit $1 --limit-burst $2"),
            match("MAC (!?) *([0-9A-Fa-f:]+)", "-m mac $1 --mac-source $2"),
            match("icmptype 255(?= |$)", "-m icmp --icmp-type any"),
            match("(!?)icmptype (\\d+) code (\\d+)", "-m icmp $1 --icmp-type $2/$3"),
            match("(!?)icmptype (\\d+)", "-m icmp $1 --icmp-type $2"),
            match("(!?)ipv6-icmptype (\\d+)(?! code)", "-m icmp6 $1 --icmpv6-type $2"),
            target("reject-with (\\S+)", "--reject-with $1"),
            target("redir ports (\\S+)", "--to-ports $1"),
            target("masq ports: (\\S+)", "--to-ports $1"),
            target("(random-fully|random|persistent)(?= |$)", "--$1"),
            target("MARK set (0x\\w+)", "--set-mark $1"),
            target("MARK xset (\\S+)", "--set-xmark $1"),
            target("MARK (or|and|xor) (\\S+)", "--$1-mark $2"),
            target("LOG flags 0 level (\\d+) prefix (\"[^\"]*\")", "--log-level $1 --log-prefix $2"),
            target("LOG flags 0 level (\\d+)", "--log-level $1"));

    private static final String CONNTRACK = "-m conntrack";
    private static final Pattern COMMENT = Pattern.compile("/\\* (.*?) \\*/(?= |$)");
    private static final Pattern FLAGS = Pattern.compile("flags:(!?)(0x\\w+)/(0x\\w+)");
    private static final Pattern TO = Pattern.compile("to:(\\S+)");

    private final String target;
    private final StringBuilder matches = new StringBuilder();
    private final StringBuilder targets = new StringBuilder();

    /** Reads what stands behind a rule with this target. */
    ListingWords(String target) {
        this.target = target;
    }

    private static Piece match(String listed, String options) {
        return new Piece(Pattern.compile(listed), options, false);
    }

    private static Piece target(String listed, String options) {
        return new Piece(Pattern.compile(listed), options, true);
    }

    /** Reads it from the beginning; from the first word on that it cannot read, all is one condition that nobody knows. */
    void read(String text) {
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int length = piece(rest);
            if (length == 0) {
                matches.append(" -m \"")
                        .append(rest.replace("\\", "").replace("\"", ""))
                        .append('"');
                return;
            }
            rest = rest.substring(length).strip();
        }
    }

    private int piece(String rest) {
        Matcher comment = COMMENT.matcher(rest);
        if (comment.lookingAt()) {
            String text = comment.group(1).replace("\\", "\\\\").replace("\"", "\\\"");
            matches.append(" -m comment --comment \"").append(text).append('"');
            return comment.end();
        }
        Matcher flags = FLAGS.matcher(rest);
        if (flags.lookingAt()) {
            matches.append(' ').append(flags.group(1)).append(" --tcp-flags ");
            matches.append(TcpFlagNames.of(flags.group(2))).append(' ').append(TcpFlagNames.of(flags.group(3)));
            return flags.end();
        }
        Matcher to = TO.matcher(rest);
        if (to.lookingAt()) {
            String option = switch (target) {
                case "DNAT" -> "--to-destination";
                case "SNAT" -> "--to-source";
                default -> "--to";
            };
            targets.append(' ').append(option).append(' ').append(to.group(1));
            return to.end();
        }
        for (Piece piece : PIECES) {
            Matcher matcher = piece.listed().matcher(rest);
            if (matcher.lookingAt()) {
                String options = piece.options();
                for (int group = matcher.groupCount(); group > 0; group--) {
                    options = options.replace("$" + group, matcher.group(group));
                }
                append(options, piece.ofTarget());
                return matcher.end();
            }
        }
        return 0;
    }

    /** The conditions of {@code -m conntrack} stand side by side, with its name before the first only. */
    private void append(String options, boolean ofTarget) {
        boolean again = options.startsWith(CONNTRACK)
                && matches.lastIndexOf(" " + CONNTRACK) >= 0
                && matches.lastIndexOf(" " + CONNTRACK) == matches.lastIndexOf(" -m ");
        (ofTarget ? targets : matches).append(' ').append(again ? options.substring(CONNTRACK.length()) : options);
    }

    String matches() {
        return matches.toString();
    }

    /** The options of the target. */
    String targets() {
        return targets.toString();
    }
}
