package kubenat.model.target;

import static org.assertj.core.api.Assertions.assertThat;

import kubenat.model.Hook;
import kubenat.model.RuleWords;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Fact;
import kubenat.model.packet.Header;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.Node;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Protocol;
import kubenat.model.packet.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What targets do to a packet, each row as the kernel did it (Linux 6.18, legacy and nft, by {@code oracle.py}). */
class TargetsTest {
    private static final Header HEADER = new Header(
            AddressSet.of(Address.parse("30.0.1.9")),
            NumberSet.of(40001),
            AddressSet.of(Address.parse("10.244.0.7")),
            NumberSet.of(5003));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # hook      | targets in order                                                              | then
            FORWARD     | -j ACCEPT                                                                     | ACCEPT
            FORWARD     | -j DROP                                                                       | DROP
            FORWARD     | -j REJECT --reject-with tcp-reset                                             | REJECT tcp-reset
            FORWARD     | -j LOG; -j TRACE; -j CLASSIFY --set-class 1:2; -j MARK --set-mark 1           | goes on mark=0x1
            FORWARD     | -j TEE --gateway 1.1.1.1; -j AUDIT --type drop; -j NFLOG                      | goes on
            FORWARD     | -j NFQUEUE --queue-num 5                                                      | HANDED_OVER handed to a program in user space, queue 5, dropped when none listens
            FORWARD     | -j NFQUEUE --queue-num 5 --queue-bypass                                       | HANDED_OVER handed to a program in user space, queue 5, accepted when none listens
            PREROUTING  | -j TPROXY --on-port 80 --tproxy-mark 0x1/0x1                                  | HANDED_OVER handed to a local proxy on port 80, dropped when none listens mark=0x1
            PREROUTING  | -j MARK --set-xmark 0x5/0xff; -j MARK --set-xmark 0xf0/0x0                    | goes on mark=0xf5
            PREROUTING  | -j MARK --or-mark 6; -j MARK --and-mark 3; -j MARK --xor-mark 8               | goes on mark=0xa
            PREROUTING  | -j MARK --set-xmark 0x5/0xff; -j CONNMARK --save-mark --nfmask 0xf --ctmask 0xff; -j MARK --set-mark 0xf0; -j CONNMARK --restore-mark --nfmask 0x30 --ctmask 0xff | goes on mark=0xc5 ctmark=0x5
            PREROUTING  | -j CONNMARK --set-mark 0xff; -j MARK --set-mark 0x35; -j CONNMARK --save-mark --nfmask 0x0f --ctmask 0xf0; -j CONNMARK --restore-mark | goes on mark=0xa ctmark=0xa
            PREROUTING  | -j CONNMARK --set-mark 0x80/0x80; -j CONNMARK --restore-mark --mask 0x80      | goes on mark=0x80 ctmark=0x80
            PREROUTING  | -j CONNMARK --set-xmark 0x5/0xf; -j CONNMARK --or-mark 2                      | goes on ctmark=0x7
            PREROUTING  | -j CONNMARK --set-mark 1 --left-shift-mark 2                                  | goes on ctmark=unknown
            PREROUTING  | -j HMARK --hmark-tuple src --hmark-mod 5 --hmark-rnd 1                        | goes on mark=unknown
            PREROUTING  | -j NOTRACK; -j CONNMARK --set-mark 1                                          | goes on UNTRACKED
            PREROUTING  | -j CT --helper ftp                                                            | goes on
            PREROUTING  | -j TTL --ttl-inc 250                                                          | goes on TTL=255
            PREROUTING  | -j TTL --ttl-dec 65                                                           | goes on TTL=0
            PREROUTING  | -j TTL --ttl-set 9; -j TTL --ttl-dec 1                                        | goes on TTL=8
            PREROUTING  | -j TOS --set-tos 0x10/0x3f; -j DSCP --set-dscp-class EF                       | goes on TOS=184
            PREROUTING  | -j TOS --or-tos 0x81; -j TOS --and-tos 0xf0; -j TOS --xor-tos 1               | goes on TOS=129
            PREROUTING  | -j DNAT --to-destination 10.244.1.2:6000-6010/5000                            | ACCEPT to=10.244.1.2:6003
            PREROUTING  | -j DNAT --to-destination 10.244.1.2:150-160                                   | ACCEPT to=10.244.1.2:150
            PREROUTING  | -j DNAT --to-destination 10.244.1.2:5000-5010                                 | ACCEPT to=10.244.1.2:5003
            PREROUTING  | -j DNAT --to-destination :80                                                  | ACCEPT to=10.244.0.7:80
            PREROUTING  | -j DNAT --to-destination 10.244.1.2:100-109 --random                          | ACCEPT to=10.244.1.2:100:109
            POSTROUTING | -j SNAT --to-source 1.2.3.4                                                   | ACCEPT from=1.2.3.4:40001
            POSTROUTING | -j SNAT --to-source 1.2.3.4:2000-2005                                         | ACCEPT from=1.2.3.4:2000:2005
            PREROUTING  | -j NETMAP --to 77.0.0.0/16                                                    | ACCEPT to=77.0.0.7:5003
            OUTPUT      | -j NETMAP --to 77.0.0.0/24                                                    | ACCEPT to=77.0.0.7:5003
            INPUT       | -j NETMAP --to 88.0.0.0/16                                                    | ACCEPT from=88.0.1.9:40001
            POSTROUTING | -j NETMAP --to 88.0.0.0/24                                                    | ACCEPT from=88.0.0.9:40001
            """)
    void doWhatTheKernelDoes(Hook hook, String targets, String then) {
        Packet packet = Packet.fresh(Protocol.TCP, HEADER, InterfaceSet.named("eth0"))
                .with(Fact.TTL, NumberSet.of(64))
                .with(Fact.TOS, NumberSet.of(0));

        assertThat(apply(packet, hook, targets)).isEqualTo(then);
    }

    private static String apply(Packet before, Hook hook, String targets) {
        Packet now = before;
        for (String text : targets.split("; ")) {
            Effect effect = RuleWords.target(text).apply(now, new Site(Node.UNKNOWN, hook, () -> "a rule"));
            if (effect instanceof Effect.End end) {
                String detail = end.ending().detail();
                String ending = end.ending().kind() + (detail.isEmpty() ? "" : " " + detail);
                return ending + changes(before, end.packet());
            }
            now = ((Effect.GoOn) effect).packet();
        }
        return "goes on" + changes(before, now);
    }

    private static String changes(Packet before, Packet now) {
        StringBuilder changes = new StringBuilder();
        if (!now.mark().equals(before.mark())) {
            changes.append(" mark=").append(now.mark());
        }
        if (!now.connection().mark().equals(before.connection().mark())) {
            changes.append(" ctmark=").append(now.connection().mark());
        }
        if (!now.connection().states().equals(before.connection().states())) {
            changes.append(' ').append(now.connection().states().iterator().next());
        }
        for (Fact fact : Fact.values()) {
            if (!now.facts().of(fact).equals(before.facts().of(fact))) {
                changes.append(' ').append(fact).append('=').append(now.facts().of(fact));
            }
        }
        Header header = now.header();
        if (now.connection().destinationTranslated()) {
            changes.append(" to=").append(end(header.destination(), header.destinationPort()));
        }
        if (now.connection().sourceTranslated()) {
            changes.append(" from=").append(end(header.source(), header.sourcePort()));
        }
        return changes.toString();
    }

    private static String end(AddressSet address, NumberSet port) {
        return String.join(",", address.ranges()) + ":" + port;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # prefix,    to,                  address,                       becomes
            fd00:1::/48, 2001:db8:77::/48,    fd00:1::7,                     2001:db8:77:ced1::7
            fd00:1::/48, 2001:db8:77::/48,    fd00:1:2:3:4:5:6:7,            2001:db8:77:ced4:4:5:6:7
            fd00:1::/48, 2001:db8:77::/48,    fd00:1:0:ffff::1,              2001:db8:77:ced1::1
            fd00:1::/64, 2001:db8:77:5::/64,  fd00:1::7,                     2001:db8:77:5:cecc::7
            fd00:1::/64, 2001:db8:77:5::/64,  fd00:1:2:3:4:5:6:7,            2001:db8:77:5:ced0:5:6:7
            fd00:1::/64, 2001:db8:77:5::/64,  fd00:1::ffff:ffff:ffff:ffff,   refused
            fd00::/32,   2001:db8::/32,       fd00:1::7,                     2001:db8:0:cf47::7
            fd00::/32,   2001:db8::/32,       fd00:1:2:3:4:5:6:7,            2001:db8:2:cf4a:4:5:6:7
            fd00::/32,   2001:db8::/32,       fd00:1::ffff:ffff:ffff:ffff,   2001:db8:0:cf47:ffff:ffff:ffff:ffff
            """)
    void swapsPrefixesAsTheKernelDoes(String from, String to, String address, String becomes) {
        assertThat(PrefixArithmetic.translate(Address.parse(address), Cidr.parse(from), Cidr.parse(to))
                        .map(Address::toString)
                        .orElse("refused"))
                .isEqualTo(becomes);
    }

    @Test
    void whatComesBackByLoStaysTrackedAsItWas() {
        Packet packet = Packet.fresh(Protocol.TCP, HEADER, InterfaceSet.named("lo"));

        assertThat(apply(packet, Hook.PREROUTING, "-j NOTRACK")).isEqualTo("goes on");
    }

    @Test
    void aRewrittenNumberIsNoConditionOnThePacketThatCame() {
        Packet packet = Packet.fresh(Protocol.TCP, HEADER, InterfaceSet.named("eth0"));
        Effect effect = RuleWords.target("-j TTL --ttl-set 9").apply(packet, new Site(Node.UNKNOWN, "a rule"));

        Packet now = ((Effect.GoOn) effect).packet();
        assertThat(now.facts().known()).isEmpty();
        assertThat(now.facts().of(Fact.TTL)).isEqualTo(NumberSet.of(9));
    }

    @Test
    void swappedPrefixesAreNoTranslationAndSayNothingOfTheAddressTheyCameWith() {
        AddressSet came = AddressSet.of(Cidr.parse("fd00:1::/48"));
        Header header = new Header(came, NumberSet.of(40001), came, NumberSet.of(5003));
        Packet packet = Packet.fresh(Protocol.TCP, header, InterfaceSet.named("eth0"));
        String swap = "-j %s --src-pfx fd00:1::/48 --dst-pfx 2001:db8:77::/48";
        Site site = new Site(Node.UNKNOWN, "a rule");
        Effect first = RuleWords.target(swap.formatted("DNPT")).apply(packet, site);
        Effect second = RuleWords.target(swap.formatted("SNPT")).apply(((Effect.GoOn) first).packet(), site);

        AddressSet one = AddressSet.of(Address.parse("2001:db8:77::1"));
        Packet now = ((Effect.GoOn) second).packet().narrowSource(one).narrowDestination(one);
        assertThat(now.header().source()).isEqualTo(one);
        assertThat(now.original()).isEqualTo(header);
        assertThat(now.connection().destinationTranslated()).isFalse();
        assertThat(now.connection().sourceTranslated()).isFalse();
    }
}
