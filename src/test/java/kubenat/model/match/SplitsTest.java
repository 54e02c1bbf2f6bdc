package kubenat.model.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kubenat.model.RuleWords;
import kubenat.model.packet.Decisions;
import kubenat.model.packet.Family;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Part;
import kubenat.model.packet.RandomPackets;
import kubenat.model.packet.Share;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.packet.Truth;
import kubenat.surroundings.IpSets;
import kubenat.testing.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every condition has to keep, whatever it asks: no packet is lost, none is in two parts. */
class SplitsTest {
    private static final String SETS = """
            create KNOWN hash:ip,port family inet
            add KNOWN 10.244.0.7,tcp:80
            add KNOWN 10.0.0.0,udp:53
            create NETS hash:net family inet
            add NETS 10.0.0.0/8
            add NETS 10.244.0.0/16 nomatch
            create NETS6 hash:net family inet6
            create LIST list:set
            add LIST NETS
            add LIST KNOWN
            """;

    private record Case(Family family, Packet packet, RandomPackets packets) {
        @Override
        public String toString() {
            return packet.toString();
        }
    }

    private static Case some(Random random) {
        Family family = random.nextInt(4) == 0 ? Family.IPV6 : Family.IPV4;
        RandomPackets packets = new RandomPackets(random, family);
        return new Case(family, packets.some(), packets);
    }

    private static Node node(boolean known) throws Exception {
        Node node = Node.UNKNOWN.withSets(IpSets.read("sets", SETS));
        return known ? node.with(RecordedNode.of(Family.IPV4).routing()) : node;
    }

    static Stream<String> matches() {
        return Samples.MATCHES.stream();
    }

    @ParameterizedTest
    @MethodSource("matches")
    void everyPacketIsInOnePartAndSharesAddUp(String text) throws Exception {
        List<Site> sites = List.of(new Site(node(false), "a rule"), new Site(node(true), "a rule"));

        ForAll.forAll(60, SplitsTest::some, some -> {
            for (Match match : RuleWords.matches(Samples.in(some.family(), text))) {
                for (Site site : sites) {
                    Split split = match.split(some.packet(), site);
                    Packet one = some.packets().one(some.packet());

                    assertThat(shares(one, split)).as(match + " of " + one).allMatch(sum -> sum.equals(Share.ALL));
                }
            }
        });
    }

    /** For each way the open conditions can be taken, the shares of the parts that a packet is in. */
    private static List<Share> shares(Packet one, Split split) {
        List<Part> all = new ArrayList<>(split.yes());
        all.addAll(split.no());
        List<Part> around = all.stream()
                .filter(part -> RandomPackets.isAmong(one, part.packet()))
                .toList();
        List<Share> sums = new ArrayList<>();
        for (Decisions taken : Worlds.of(around)) {
            sums.add(around.stream()
                    .filter(part -> Worlds.agree(part.packet().decisions(), taken))
                    .map(Part::share)
                    .reduce(Share.NONE, Share::plus));
        }
        return sums;
    }

    @ParameterizedTest
    @MethodSource("matches")
    void askingAgainInAnyPartChangesNothing(String text) throws Exception {
        Site site = new Site(node(false), "a rule");

        ForAll.forAll(30, SplitsTest::some, some -> {
            for (Match match : RuleWords.matches(Samples.in(some.family(), text))) {
                if (match instanceof Statistic || match instanceof Recent) {
                    continue;
                }
                Split split = match.split(some.packet(), site);

                assertThat(split.yes()).as("%s", match).allMatch(part -> match.test(part.packet(), site) == Truth.YES);
                assertThat(split.no()).as("%s", match).allMatch(part -> match.test(part.packet(), site) == Truth.NO);
            }
        });
    }

    @Test
    void aConditionAndItsNegationAreTheSameSplitTheOtherWayRound() throws Exception {
        Site site = new Site(node(true), "a rule");
        List<String> negatable = List.of(
                "-s $NET",
                "-d $ONE",
                "-s $ODD",
                "-i eth+",
                "-o cni0",
                "-p tcp",
                "-f",
                "-m addrtype $!--dst-type LOCAL",
                "-m addrtype $!--src-type UNICAST",
                "-m mark $!--mark 0x5/0xf",
                "-m conntrack $!--ctstate NEW,INVALID",
                "-m iprange $!--src-range $FROM-$TO",
                "-m length $!--length 40:100",
                "-m multiport $!--ports 53,80",
                "-m tcp $!--dport 80",
                "-m tcp $!--syn",
                "-m set $!--match-set KNOWN dst,dst",
                "-m set $!--match-set X src",
                "-m statistic --mode random $!--probability 0.25",
                "-m pkttype $!--pkt-type unicast",
                "-m cpu $!--cpu 1",
                "-m owner $!--uid-owner 5",
                "-m physdev $!--physdev-in tap1",
                "-m icmp $!--icmp-type 8/0",
                "-m tos $!--tos 16",
                "-m recent $!--set --name a",
                "-m quota $!--quota 5",
                "-m helper $!--helper ftp",
                "-m realm $!--realm 5");

        ForAll.forAll(60, SplitsTest::some, some -> {
            for (String text : negatable) {
                String plain = text.contains("$!") ? text.replace("$!", "") : text;
                String negated = text.contains("$!") ? text.replace("$!", "! ") : "! " + text;
                Split yes = split(Samples.in(some.family(), plain), some.packet(), site);
                Split no = split(Samples.in(some.family(), negated), some.packet(), site);

                assertThat(no).as(text).isEqualTo(yes.negatedIf(true));
            }
        });
    }

    private static Split split(String text, Packet packet, Site site) {
        return RuleWords.matches(text).get(0).split(packet, site);
    }
}
