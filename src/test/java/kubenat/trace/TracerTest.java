package kubenat.trace;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import kubenat.model.packet.Routing;
import kubenat.model.packet.Share;
import kubenat.testing.Dumps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracerTest {
    private static final AddressSet NODE = AddressSet.of(Address.parse("30.0.1.180"));

    /** Packets tcp 30.0.1.9 to 30.0.1.180:80, in by eth0; the node is 30.0.1.180 and nothing else. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                                      | rules                                                                     | ends
            a rule that does not match is passed        | -A PREROUTING -p udp -j DNAT --to-destination 10.0.0.9; -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.1:8080 | forwarded 10.0.0.1:8080
            ! turns a match around                      | -A PREROUTING ! -p udp -j DNAT --to-destination 10.0.0.1                   | forwarded 10.0.0.1:80
            DNAT ends nat for this hook                 | -A PREROUTING -j A; -A PREROUTING -j DNAT --to-destination 10.0.0.2; -A A -j DNAT --to-destination 10.0.0.1 | forwarded 10.0.0.1:80
            ACCEPT ends nat for this hook only          | -A PREROUTING -j A; -A PREROUTING -j DNAT --to-destination 10.0.0.2; -A A -j ACCEPT; -A INPUT -j SNAT --to-source 9.9.9.9 | local 30.0.1.180:80 from 9.9.9.9
            the end of a chain returns to its caller    | -A PREROUTING -j A; -A PREROUTING -j DNAT --to-destination 10.0.0.1; -A A -p udp -j ACCEPT | forwarded 10.0.0.1:80
            RETURN returns to the caller                | -A PREROUTING -j A; -A PREROUTING -j DNAT --to-destination 10.0.0.1; -A A -j RETURN; -A A -j ACCEPT | forwarded 10.0.0.1:80
            RETURN in a built-in chain is its policy    | -A PREROUTING -j RETURN; -A PREROUTING -j DNAT --to-destination 10.0.0.1    | local 30.0.1.180:80
            a goto'd chain ends in its caller's caller  | -A PREROUTING -j A; -A PREROUTING -j DNAT --to-destination 10.0.0.1; -A A -g B; -A A -j DNAT --to-destination 10.0.0.2; -A B -p udp -j ACCEPT | forwarded 10.0.0.1:80
            goto from a built-in chain ends in policy   | -A PREROUTING -g A; -A PREROUTING -j DNAT --to-destination 10.0.0.1; -A A -p udp -j ACCEPT | local 30.0.1.180:80
            a rule without target goes on               | -A PREROUTING -p tcp; -A PREROUTING -j DNAT --to-destination 10.0.0.1       | forwarded 10.0.0.1:80
            MARK goes on and the mark is carried        | -A PREROUTING -j MARK --set-xmark 0x4000/0x4000; -A PREROUTING -j DNAT --to-destination 10.0.0.1; -A POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN; -A POSTROUTING -j SNAT --to-source 9.9.9.9 | forwarded 10.0.0.1:80 from 9.9.9.9
            a toggled mark is gone                      | -A PREROUTING -j MARK --set-xmark 0x4000/0x4000; -A PREROUTING -j MARK --set-xmark 0x4000/0x0; -A PREROUTING -m mark --mark 0x4000/0x4000 -j DNAT --to-destination 10.0.0.1 | local 30.0.1.180:80
            a mark with bits outside its mask never fits | -A PREROUTING -j MARK --set-mark 5; -A PREROUTING -m mark --mark 0x5/0x4 -j DNAT --to-destination 10.0.0.1 | local 30.0.1.180:80
            shares are multiplied                       | -A PREROUTING -m statistic --mode random --probability 0.5 -j DNAT --to-destination 10.0.0.1; -A PREROUTING -m statistic --mode random --probability 0.5 -j DNAT --to-destination 10.0.0.2; -A PREROUTING -j DNAT --to-destination 10.0.0.3 | 0.5 forwarded 10.0.0.1:80, 0.25 forwarded 10.0.0.2:80, 0.25 forwarded 10.0.0.3:80
            nth is a share too                          | -A PREROUTING -m statistic --mode nth --every 4 --packet 0 -j DNAT --to-destination 10.0.0.1; -A PREROUTING -j DNAT --to-destination 10.0.0.3 | 0.25 forwarded 10.0.0.1:80, 0.75 forwarded 10.0.0.3:80
            equal outcomes of chance stay one           | -A PREROUTING -m statistic --mode random --probability 0.5 -j LOG; -A PREROUTING -j DNAT --to-destination 10.0.0.1 | forwarded 10.0.0.1:80
            filter sees the destination after DNAT      | *nat; -A PREROUTING -j DNAT --to-destination 10.0.0.1; *filter; -A FORWARD -d 10.0.0.1 -j REJECT; | rejected icmp-port-unreachable
            the policy decides at the end               | *nat; -A PREROUTING -j DNAT --to-destination 10.0.0.1; *filter; -P FORWARD DROP; -A FORWARD -p udp -j ACCEPT | dropped
            a missing chain is not guessed              | -A PREROUTING -m statistic --mode random --probability 0.5 -j DNAT --to-destination 10.0.0.1; -A PREROUTING -j GONE | 0.5 forwarded 10.0.0.1:80, 0.5 unknown nat PREROUTING rule 2 jumps to GONE, which the dump does not declare
            a loop is said to be one                    | -A PREROUTING -j A; -A A -j B; -A B -j A; -A POSTROUTING -j MASQUERADE      | unknown nat B rule 1 jumps back to A: a loop, which the kernel refuses to load
            an unknown condition splits the answer      | -A PREROUTING -m u32 --u32 0x0=0x0 -j DNAT --to-destination 10.0.0.1        | forwarded 10.0.0.1:80 if the packet meets -m u32 --u32 0x0=0x0, local 30.0.1.180:80 if not: the packet meets -m u32 --u32 0x0=0x0
            a packet passed on has one hop less         | *nat; -A PREROUTING -j DNAT --to-destination 10.0.0.1; *mangle; -A PREROUTING -j TTL --ttl-set 9; *filter; -A FORWARD -m ttl --ttl-eq 8 -j DROP | dropped
            an unknown hop count is a question          | *nat; -A PREROUTING -j DNAT --to-destination 10.0.0.1; *mangle; -A FORWARD -m ttl --ttl-eq 8 -j DROP | forwarded 10.0.0.1:80 if time to live is then in 1:7,9:254, dropped if time to live is then in 8
            NOTRACK skips nat                           | *raw; -A PREROUTING -j NOTRACK; *nat; -A PREROUTING -j DNAT --to-destination 10.0.0.1 | local 30.0.1.180:80
            a match on the connection mark turns nat on | *mangle; -A FORWARD -m connmark --mark 1; *nat; -A PREROUTING -j MARK --set-mark 1; -A INPUT -j DROP | dropped
            NETMAP in INPUT moves the source            | *nat; -A INPUT -j NETMAP --to 88.0.0.0/16 | local 30.0.1.180:80 from 88.0.1.9
            what a queue does is not known              | *filter; -A INPUT -j NFQUEUE --queue-num 5 | unknown handed to a program in user space, queue 5, dropped when none listens
            a match that fails may have put on a list   | -A PREROUTING -m recent ! --set -j DROP; -A PREROUTING -m recent --rcheck -j DNAT --to-destination 10.0.0.1 | forwarded 10.0.0.1:80
            a list is filled before a later match fails | -A PREROUTING -m recent --set -m mark --mark 1 -j DROP; -A PREROUTING -m recent --rcheck -j DNAT --to-destination 10.0.0.1 | forwarded 10.0.0.1:80
            a list is not filled after a match fails    | -A PREROUTING -m mark --mark 1 -m recent --set -j DROP; -A PREROUTING -m recent --rcheck -j DNAT --to-destination 10.0.0.1 | local 30.0.1.180:80
            a list filled is seen by the same rule      | -A PREROUTING -m recent --set -m recent --rcheck -j DNAT --to-destination 10.0.0.1 | forwarded 10.0.0.1:80
            a nat table without NAT is not asked        | -A PREROUTING -j MARK --set-mark 1; -A PREROUTING -j ACCEPT                 | local 30.0.1.180:80
            """)
    void followsAPacketAsTheKernelDoes(String what, String rules, String ends) {
        Packet packet = packet(AddressSet.of(Address.parse("30.0.1.9"))).withIn(InterfaceSet.named("eth0"));

        assertThat(ends(rules, packet)).as(what).isEqualTo(ends);
    }

    /** The same packets with a source and an interface that are not known. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                                  | rules                                                              | ends
            an unknown source splits                | -A PREROUTING -s 10.0.0.0/8 -j DNAT --to-destination 10.0.0.1       | forwarded 10.0.0.1:80 if source in 10.0.0.0/8, local 30.0.1.180:80 if source not in 10.0.0.0/8
            and is split no second time             | -A PREROUTING -s 10.0.0.0/8 -j MARK --set-mark 1; -A PREROUTING -s 10.0.0.0/8 -j DNAT --to-destination 10.0.0.1 | forwarded 10.0.0.1:80 if source in 10.0.0.0/8, local 30.0.1.180:80 if source not in 10.0.0.0/8
            a condition that decides nothing is not told | -A PREROUTING -s 10.0.0.0/8 -j LOG; -A PREROUTING -j DNAT --to-destination 10.0.0.1 | forwarded 10.0.0.1:80
            an unknown interface splits on its name | -A PREROUTING -i docker0 -j RETURN; -A PREROUTING -j DNAT --to-destination 10.0.0.1 | forwarded 10.0.0.1:80 if in-interface is not docker0, local 30.0.1.180:80 if in-interface is docker0
            another condition saves the split       | -A PREROUTING -i docker0 -d 1.2.3.4 -j RETURN; -A PREROUTING -j DNAT --to-destination 10.0.0.1 | forwarded 10.0.0.1:80
            """)
    void splitsOnWhatIsNotKnown(String what, String rules, String ends) {
        assertThat(ends(rules, packet(AddressSet.all(Family.IPV4)))).as(what).isEqualTo(ends);
    }

    @Test
    void aChainOfAHundredThousandJumpsCostsNoStack() {
        StringBuilder rules = new StringBuilder("-A PREROUTING -j C0;");
        for (int i = 0; i < 100_000; i++) {
            rules.append("-A C" + i + " -j C" + (i + 1) + ";");
        }
        rules.append("-A C100000 -j DNAT --to-destination 10.0.0.1");

        assertThat(ends(rules.toString(), packet(AddressSet.all(Family.IPV4)))).isEqualTo("forwarded 10.0.0.1:80");
    }

    @Test
    void thousandsOfSourcesThatMeetAgainGoOnAsOne() {
        StringBuilder rules = new StringBuilder("-A PREROUTING -j A;");
        for (int i = 0; i < 3_000; i++) {
            rules.append("-A A -s 10.0." + i / 250 + "." + i % 250 + "/32 -j RETURN;");
        }
        rules.append(
                "-A A -s 10.1.0.0/16 -j MARK --set-mark 1; -A PREROUTING -m mark --mark 1 -j DNAT --to-destination 10.0.0.1");

        assertThat(ends(rules.toString(), packet(AddressSet.all(Family.IPV4))))
                .isEqualTo(
                        "forwarded 10.0.0.1:80 if source in 10.1.0.0/16, local 30.0.1.180:80 if source not in 10.1.0.0/16");
    }

    @Test
    void equalWaysAreOneSoThatCoinsDoNotDoubleThem() {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            rules.append("-A PREROUTING -m statistic --mode random --probability 0.5 -j LOG --log-prefix " + i + ";");
        }
        rules.append("-A PREROUTING -j DNAT --to-destination 10.0.0.1");

        List<Outcome> outcomes = outcomes(rules.toString(), packet(AddressSet.all(Family.IPV4)));

        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.get(0).path()).hasSize(202);
        assertThat(outcomes.get(0).path().get(0).share()).isEqualTo(Share.of(1, 2));
    }

    private static String ends(String rules, Packet packet) {
        return outcomes(rules, packet).stream().map(TracerTest::words).collect(joining(", "));
    }

    private static List<Outcome> outcomes(String rules, Packet packet) {
        Node node =
                new Node(Map.of(Family.IPV4, NODE), Map.of(Family.IPV4, NODE.complement()), Routing.UNKNOWN, Map.of());
        return new Tracer(Dumps.rules(rules), node, false).follow(new Origin(SourceClass.OUTSIDE, packet));
    }

    private static Packet packet(AddressSet source) {
        return Packet.fresh(
                Protocol.TCP, new Header(source, NumberSet.of(40001), NODE, NumberSet.of(80)), InterfaceSet.ANY);
    }

    private static String words(Outcome outcome) {
        Header end = outcome.packet().header();
        String where = outcome.verdict().isDelivered()
                ? " " + end.destination().single().map(Address::toString).orElse("?") + ":" + end.destinationPort()
                : outcome.why().isEmpty() ? "" : " " + outcome.why();
        Optional<String> source =
                outcome.sourceNat().flatMap(step -> end.source().single()).map(Address::toString);
        String when = outcome.when().stream().map(Condition::words).collect(joining(" and "));
        return (outcome.share().equals(Share.ALL) ? "" : outcome.share().toDouble() + " ")
                + outcome.verdict()
                + where
                + source.map(" from "::concat).orElse("")
                + (when.isEmpty() ? "" : " if " + when);
    }
}
