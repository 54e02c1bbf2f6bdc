package kubenat.model.match;

import java.util.List;
import kubenat.model.packet.Family;

/** A text for every kind of match and target, and more for those that split in several ways. */
public final class Samples {
    /** Conditions, {@code $} standing for what differs between the families; at least one for each record of {@link Match}. */
    static final List<String> MATCHES = """
            -s $NET
            ! -s $NET
            -s $ODD
            -d $ONE
            -p tcp
            ! -p udp
            -i eth+
            -o cni0
            -f
            -m addrtype --dst-type LOCAL
            -m addrtype ! --src-type LOCAL --dst-type UNICAST
            -m addrtype --dst-type MULTICAST
            -m addrtype --dst-type UNREACHABLE
            -m addrtype --dst-type UNICAST,LOCAL
            -m addrtype --dst-type LOCAL --limit-iface-in
            -m bpf --bytecode 4,48
            -m cgroup --path /a
            -m cluster --cluster-total-nodes 2 --cluster-local-node 1 --cluster-hash-seed 1
            -m comment --comment x
            -m connbytes --connbytes 10:20 --connbytes-mode packets --connbytes-dir both
            -m connlabel --label 5
            -m connlimit --connlimit-above 5
            -m connmark --mark 0x1/0x1
            -m connmark ! --mark 5
            -m conntrack --ctstate NEW,DNAT
            -m conntrack ! --ctstate RELATED,ESTABLISHED
            -m conntrack --ctproto 6
            -m conntrack --ctstate INVALID ! --ctproto 17
            -m conntrack --ctorigdst $NET
            -m conntrack ! --ctorigsrc $ONE
            -m conntrack --ctreplsrc $NET
            -m conntrack --ctorigdstport 80
            -m conntrack ! --ctrepldstport 1:1000
            -m conntrack --ctstatus CONFIRMED,ASSURED
            -m conntrack --ctstatus NONE
            -m conntrack --ctdir REPLY
            -m conntrack --ctexpire 1:5
            -m cpu --cpu 0
            -m devgroup --src-group 1
            -m dscp --dscp 0x2e
            -m ecn --ecn-ip-ect 2 --ecn-tcp-cwr
            -m esp --espspi 5
            -m frag --fragfirst
            -m hashlimit --hashlimit-above 5/sec --hashlimit-name x
            -m helper --helper ftp
            -m hl --hl-lt 5
            -m icmp --icmp-type 8/0
            -m icmp ! --icmp-type 3
            -m icmp6 --icmpv6-type echo-request
            -m iprange --src-range $FROM-$TO
            -m length --length 40:100
            -m limit --limit 5/min
            -m mac --mac-source 00:11:22:33:44:55
            -m mac ! --mac-source 00:11:22:33:44:55
            -m mark --mark 0x5/0xf
            -m mark ! --mark 1
            -m mark --mark 5/4
            -m multiport --ports 53,80:90
            -m multiport ! --dports 80
            -m owner --uid-owner 5-100
            -m owner ! --gid-owner 100 --suppl-groups
            -m owner --socket-exists
            -m owner --uid-owner tor
            -m physdev --physdev-in tap1
            -m physdev ! --physdev-out tap+
            -m physdev --physdev-is-bridged
            -m pkttype --pkt-type broadcast
            -m policy --dir in --pol ipsec --proto esp
            -m policy --dir out --pol none
            -m quota --quota 5
            -m recent --set --name a
            -m recent --rcheck --name a
            -m recent ! --update --name b --hitcount 2
            -m rpfilter --invert
            -m rt --rt-type 0
            -m sctp --dport 80 --chunk-types all INIT
            -m set --match-set KNOWN dst,dst
            -m set --match-set NETS src
            -m set ! --match-set LIST src,dst
            -m set --match-set OTHER src
            -m socket --transparent
            -m socket --restore-skmark
            -m state --state INVALID
            -m statistic --mode random --probability 0.25
            -m statistic --mode nth --every 3 --packet 0
            -m string --string x --algo bm
            -m tcp --dport 80 --sport 1024:65535
            -m tcp --tcp-flags SYN,ACK SYN
            -m tcp ! --syn
            -m tcp --tcp-option 5
            -m time --timestart 01:00
            -m tos --tos 0x10/0x3f
            -m ttl ! --ttl-eq 5
            -m udp ! --dport 53
            """.lines().toList();

    /** Targets; at least one for each record of the model that options make. */
    public static final List<String> TARGETS = """
            -j ACCEPT
            -j DROP
            -j RETURN
            -j CONNMARK --save-mark --nfmask 0xf --ctmask 0xf
            -j CT --helper ftp
            -j DNAT --to-destination $ONE
            -j HMARK --hmark-tuple src --hmark-mod 5 --hmark-rnd 1
            -j LOG --log-prefix x
            -j MARK --set-xmark 0x1/0x1
            -j MASQUERADE
            -j NETMAP --to $NET
            -j NFQUEUE --queue-num 5
            -j NOTRACK
            -j REDIRECT
            -j REJECT --reject-with tcp-reset
            -j SET --add-set X src
            -j SNAT --to-source $ONE
            -j SNPT --src-pfx fd00::/48 --dst-pfx fd01::/48
            -j TTL --ttl-set 5
            """.lines().toList();

    private Samples() {}

    /** The conditions, as texts for {@link #in}. */
    public static List<String> matches() {
        return MATCHES;
    }

    /** The text for a family. */
    public static String in(Family family, String text) {
        boolean v4 = family == Family.IPV4;
        return text.replace("$NET", v4 ? "10.0.0.0/8" : "fd00::/8")
                .replace("$ONE", v4 ? "10.244.0.7" : "2001:db8::1")
                .replace("$ODD", v4 ? "10.0.0.7/255.0.0.255" : "fd00::7/ff00::ff")
                .replace("$FROM", v4 ? "10.0.0.0" : "fd00::")
                .replace("$TO", v4 ? "10.244.255.255" : "fd00:ffff::");
    }
}
