package kubenat.parse;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Header;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.Node;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Protocol;
import kubenat.model.packet.Site;
import kubenat.model.packet.Truth;
import kubenat.source.SourceText;
import kubenat.testing.Dumps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SieveTest {
    private static final Address DESTINATION = Address.parse("10.96.0.10");

    /** Packets to 10.96.0.10:53. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # what                                  | line                                                                    | may match
            its own address and port                | -A C -d 10.96.0.10/32 -p udp -m udp --dport 53 -j KUBE-SVC-A            | true
            another address                         | -A C -d 10.96.0.11/32 -p udp -m udp --dport 53 -j KUBE-SVC-A            | false
            an address that begins the same         | -A C -d 10.96.0.1/32 -p udp -m udp --dport 53 -j KUBE-SVC-A             | false
            another port                            | -A C -d 10.96.0.10/32 -p udp -m udp --dport 54 -j KUBE-SVC-A            | false
            the address alone                       | -A C -d 10.96.0.10 -p udp -m udp --dport 53 -j KUBE-SVC-A               | true
            another address alone                   | -A C -d 10.96.0.100 -p udp -m udp --dport 53 -j KUBE-SVC-A              | false
            an address with zeros before it         | -A C -d 10.096.0.10/32 -j KUBE-SVC-A                                    | true
            an address that goes on                 | -A C -d 10.96.0.11/32x -j KUBE-SVC-A                                    | true
            no address                              | -A C -d 10.96.0.300/32 -j KUBE-SVC-A                                    | true
            an address at the end                   | -A C -d 10.96.0.11/32                                                   | true
            an address in two numbers               | -A C -d 10.96/32 -j KUBE-SVC-A                                          | true
            a network around it                     | -A C -d 10.96.0.0/16 -j KUBE-SVC-A                                      | true
            another network                         | -A C -d 10.97.0.0/16 -j KUBE-SVC-A                                      | false
            an address after a source               | -A C ! -s 10.244.0.0/16 -d 10.96.0.11/32 -p tcp -j KUBE-MARK-MASQ       | false
            a negated address                       | -A C ! -d 10.96.0.10/32 -j RETURN                                       | true
            a negated address, the old way          | -A C -d ! 10.96.0.11/32 -j RETURN                                       | true
            a negated port                          | -A C -p udp -m udp ! --dport 54 -j KUBE-SVC-A                           | true
            a port range                            | -A C -p udp -m udp --dport 50:60 -j KUBE-SVC-A                          | true
            a port in a comment                     | -A C -m comment --comment "to --dport 54 -j B" -j KUBE-SVC-A            | true
            a port in a comment at the end          | -A C -j KUBE-SVC-A -m comment --comment "x --dport 54 -j B"             | true
            a port before a target with options     | -A C -p udp --dport 54 -j DNAT --to-destination 1.2.3.4                 | true
            two addresses                           | -A C -d 10.96.0.11/32,10.96.0.10/32 -j A                                | true
            another chain's line                    | -A D -d 10.96.0.11/32 -j A                                              | true
            a mask with holes                       | -A C -d 10.96.0.11/255.0.255.255 -j A                                   | true
            """)
    void sortsOutWhatSurelyDoesNotMatch(String what, String line, boolean may) {
        Sieve sieve = new Sieve("C", AddressSet.of(DESTINATION), NumberSet.of(53));

        assertThat(sieve.mayMatch(SourceText.of("x.rules", line + "\n"), 0))
                .as(what)
                .isEqualTo(may);
    }

    @Test
    void leavesOutOnlyRulesThatFailAndKeepsTheirNumbers() {
        forAll(SieveTest::dispatcher, dump -> {
            for (int i = 0; i < 8; i++) {
                Packet packet = packet(new Random(i));
                List<Rule> all = Dumps.rules(dump)
                        .chain(new ChainName(TableName.NAT, "C"))
                        .orElseThrow()
                        .rules();
                List<Rule> kept = Dumps.rules(dump)
                        .chain(new ChainName(TableName.NAT, "C"))
                        .orElseThrow()
                        .rulesFor(packet.header().destination(), packet.header().destinationPort());

                assertThat(all).containsAll(kept).hasSizeGreaterThan(kept.size());
                assertThat(all.stream().filter(rule -> !kept.contains(rule))).allMatch(rule -> fails(rule, packet));
            }
        });
    }

    private static boolean fails(Rule rule, Packet packet) {
        Site site = new Site(Node.UNKNOWN, rule::place);
        return rule.matches().stream().anyMatch(match -> match.test(packet, site) == Truth.NO);
    }

    private static String dispatcher(Random random) {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < 80; i++) {
            rules.append("-A C ")
                    .append(random.nextInt(4) == 0 ? (random.nextBoolean() ? "! " : "") + "-s 10.244.0.0/16 " : "")
                    .append(
                            random.nextInt(6) > 0
                                    ? (random.nextInt(8) == 0 ? "! " : "") + "-d " + network(random) + " "
                                    : "")
                    .append(random.nextInt(9) == 0 ? "-s 1.1.1.1,2.2.2.2 " : "")
                    .append("-p tcp -m tcp ")
                    .append(
                            random.nextInt(3) > 0
                                    ? (random.nextInt(8) == 0 ? "! " : "") + "--dport " + port(random)
                                    : "")
                    .append(random.nextInt(5) == 0 ? " -m comment --comment \"a --dport 81 -j B\"" : "")
                    .append(" -j RETURN;");
        }
        return rules.toString();
    }

    private static String network(Random random) {
        return "10.96.0." + random.nextInt(4) + (random.nextInt(5) == 0 ? "/31" : "/32");
    }

    private static String port(Random random) {
        int port = 80 + random.nextInt(4);
        return random.nextInt(5) == 0 ? port + ":" + (port + 1) : "" + port;
    }

    private static Packet packet(Random random) {
        Header header = new Header(
                AddressSet.of(Address.parse("10.244.1.1")),
                NumberSet.PORTS,
                AddressSet.of(Address.parse("10.96.0." + random.nextInt(4))),
                NumberSet.of(80 + random.nextInt(4)));
        return Packet.fresh(Protocol.TCP, header, InterfaceSet.ANY);
    }
}
