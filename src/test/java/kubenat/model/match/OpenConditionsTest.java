package kubenat.model.match;

import static org.assertj.core.api.Assertions.assertThat;

import kubenat.model.RuleWords;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Family;
import kubenat.model.packet.Header;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.Node;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Protocol;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.packet.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions that nobody can decide: which of them are one and the same, and which follow from others. */
class OpenConditionsTest {
    private static final Header HEADER = new Header(
            AddressSet.all(Family.IPV4), NumberSet.PORTS, AddressSet.of(Address.parse("10.96.0.1")), NumberSet.of(80));
    private static final Packet PACKET = Packet.fresh(Protocol.TCP, HEADER, InterfaceSet.ANY);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # once this is taken to be | the other is                                           | in the same rule | in another
            -m limit --limit 5/min     | -m limit --limit 5/min                                 | YES              | MAYBE
            -m quota --quota 5         | -m quota ! --quota 5                                   | NO               | MAYBE
            -m connlimit --connlimit-upto 5 | -m connlimit --connlimit-above 5                  | NO               | MAYBE
            -m hashlimit --hashlimit-upto 5/s --hashlimit-name x | -m hashlimit --hashlimit-above 5/s --hashlimit-name x | NO | NO
            -m hashlimit --hashlimit-upto 5/s --hashlimit-name x | -m hashlimit --hashlimit-upto 5/s --hashlimit-name y  | MAYBE | MAYBE
            -m time --timestart 01:00  | -m time --timestart 01:00                              | YES              | YES
            -m cpu --cpu 0             | -m cpu --cpu 1                                         | NO               | NO
            -m cpu --cpu 0             | -m cpu ! --cpu 0                                       | NO               | NO
            -m mac --mac-source 00:00:00:00:00:01 | -m mac --mac-source 00:00:00:00:00:02       | NO               | NO
            -m mac --mac-source 00:00:00:00:00:01 | -m mac --mac-source 00:00:00:00:00:01       | YES              | YES
            -m pkttype --pkt-type unicast | -m pkttype --pkt-type broadcast                     | NO               | NO
            -m physdev --physdev-in tap1 | -m physdev --physdev-in tap+                         | YES              | YES
            -m physdev --physdev-in tap1 | -m physdev --physdev-in tap2                         | NO               | NO
            -m physdev --physdev-in tap+ | -m physdev --physdev-in tap1                         | MAYBE            | MAYBE
            -m physdev --physdev-in tap1 | -m physdev --physdev-is-in                           | YES              | YES
            -m physdev ! --physdev-is-in | -m physdev --physdev-in tap1                         | NO               | NO
            -m physdev --physdev-out tap1 | -m physdev --physdev-is-bridged                     | YES              | YES
            -m policy --dir in --pol none | -m policy --dir in --pol ipsec --proto esp          | NO               | NO
            -m policy --dir in --pol ipsec --proto esp | -m policy --dir in --pol ipsec         | YES              | YES
            -m policy --dir in --pol ipsec | -m policy --dir out --pol ipsec                    | MAYBE            | MAYBE
            -m socket --transparent    | -m socket --transparent                                | YES              | YES
            -m u32 --u32 0x0=0x0       | -m u32 --u32 0x0=0x0                                   | YES              | YES
            -m set --match-set A dst   | -m set ! --match-set A dst                             | NO               | NO
            -m set --match-set A dst   | -m set --match-set A src                               | MAYBE            | MAYBE
            -m addrtype --dst-type LOCAL | -m addrtype --dst-type UNICAST                       | NO               | NO
            -m addrtype --dst-type LOCAL | -m addrtype --dst-type BROADCAST                     | NO               | NO
            -m addrtype --dst-type LOCAL | -m addrtype --dst-type LOCAL,UNICAST                 | YES              | YES
            -m recent --set --name a   | -m recent --rcheck --name a                            | YES              | YES
            -m recent --set --name a   | -m recent --rcheck --name a --rdest                    | NO               | NO
            -m recent --set --name a   | -m recent --rcheck --name a --hitcount 2               | NO               | NO
            -m recent --set --name a   | -m recent --remove --name a                            | YES              | YES
            -m ttl --ttl-lt 5          | -m ttl --ttl-eq 5                                      | NO               | NO
            -m tcp --syn               | -m tcp --tcp-flags ACK ACK                             | NO               | NO
            -m string --string x --algo bm | -m string --string y --algo bm                     | MAYBE            | MAYBE
            """)
    void whatIsTakenToHoldOnceDecidesWhatFollowsFromIt(String taken, String asked, Truth same, Truth other) {
        Packet packet = taken(PACKET, taken, "rule 1");

        assertThat(ask(packet, asked, "rule 1")).isEqualTo(same);
        assertThat(ask(packet, asked, "rule 2")).isEqualTo(other);
    }

    private static Packet taken(Packet packet, String text, String rule) {
        Split split = match(text).split(packet, new Site(Node.UNKNOWN, rule));
        assertThat(split.yes()).as(text).isNotEmpty();
        return split.yes().get(0).packet();
    }

    private static Truth ask(Packet packet, String text, String rule) {
        return match(text).test(packet, new Site(Node.UNKNOWN, rule));
    }

    private static Match match(String text) {
        return RuleWords.matches(text).get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # rules in order                                                                     | the last one
            -m recent --set --name a; -m recent --set --name a; -m recent --rcheck --name a --hitcount 2 | YES
            -m recent --set --name a; -m recent --update --name a; -m recent --rcheck --name a --hitcount 2 | YES
            -m recent --set --name a; -m recent --remove --name a; -m recent --rcheck --name a   | NO
            -m recent --rcheck --name a                                                          | NO
            -m recent ! --rcheck --name a                                                        | YES
            """)
    void recentCountsSightings(String rules, Truth last) {
        String[] texts = rules.split("; ");
        Packet packet = PACKET;
        for (int i = 0; i < texts.length - 1; i++) {
            packet = taken(packet, texts[i], "rule " + i);
        }

        assertThat(ask(packet, texts[texts.length - 1], "the last")).isEqualTo(last);
    }

    /** By experiment: {@code ! --set} does not match, and still puts the client on the list. */
    @Test
    void aNegatedSetPutsTheClientOnTheListAllTheSame() {
        Split split = match("-m recent ! --set --name a").split(PACKET, new Site(Node.UNKNOWN, "rule 1"));

        assertThat(split.yes()).isEmpty();
        assertThat(ask(split.no().get(0).packet(), "-m recent --rcheck --name a", "rule 2"))
                .isEqualTo(Truth.YES);
    }

    @Test
    void anAnswerAboutASetIsNoAnswerAfterTheDestinationWasRewritten() {
        Packet packet = taken(PACKET, "-m set --match-set A dst", "rule 1");
        Packet translated = packet.translateDestination(AddressSet.of(Address.parse("10.244.0.7")), NumberSet.of(80));

        assertThat(ask(translated, "-m set --match-set A dst", "rule 2")).isEqualTo(Truth.MAYBE);
        assertThat(ask(translated, "-m set --match-set A src", "rule 2")).isEqualTo(Truth.MAYBE);
    }

    @Test
    void theConditionSaysInWordsWhatItIs() {
        Packet packet = taken(PACKET, "-m limit --limit 5/min --limit-burst 9", "filter INPUT rule 3");

        assertThat(packet.decisions().taken().keySet())
                .extracting(Condition::words)
                .containsExactly("under the limit 5/min burst 9 in filter INPUT rule 3");
    }
}
