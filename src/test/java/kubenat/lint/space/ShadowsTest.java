package kubenat.lint.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.testing.Dumps;
import kubenat.testing.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShadowsTest {
    private static final int TRIES = 60;
    private static final int PACKETS = 60;
    private static final int MANY = 250;

    /** Every rule that is said to be shadowed is met by no packet that the tracer follows; the sample has all edges of all values. */
    @Test
    void noPacketMeetsAShadowedRule() {
        assertThat(refutable(TRIES, "")).hasSizeGreaterThan(90);
    }

    /** The same where rules are so many that they are filed. */
    @Test
    void noPacketMeetsAShadowedRuleOfMany() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            many.append("-A U1 -s 172.16.%d.1 -j DROP\n-A PREROUTING -d 172.16.0.1 -m mark --mark %d -j DROP\n"
                    .formatted(i, i + 7));
        }

        assertThat(refutable(TRIES / 3, many.toString())).hasSizeGreaterThan(20);
    }

    /** What is shadowed in random dumps, after no packet has met it. */
    private static List<String> refutable(int tries, String before) {
        List<String> all = new ArrayList<>();
        ForAll.forAll(tries, random -> new DenseDump(random).text(before), text -> {
            Ruleset ruleset = Dumps.parse(text);
            Set<String> shadowed = shadowed(ruleset);
            all.addAll(shadowed);
            if (!shadowed.isEmpty()) {
                Random random = new Random(text.hashCode());
                for (int i = 0; i < PACKETS; i++) {
                    assertThat(MetRules.of(ruleset, random)).doesNotContainAnyElementsOf(shadowed);
                }
            }
        });
        return all;
    }

    private static Set<String> shadowed(Ruleset ruleset) {
        Ends ends = Ends.of(ruleset);
        Set<String> found = new HashSet<>();
        ruleset.tables().stream()
                .flatMap(Table::chains)
                .flatMap(chain -> Shadows.in(chain, ends, ruleset.family()).stream())
                .forEach(shadow -> found.add(shadow.rule().place()));
        return found;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # rules                                                                          | shadowed
            -s 10.0.0.0/8 -j DROP; -s 10.1.0.0/16 -j ACCEPT                                  | 2
            -s 10.1.0.0/16 -j DROP; -s 10.0.0.0/8 -j ACCEPT                                  |
            -s 10.0.0.0/9 -j DROP; -s 10.128.0.0/9 -j DROP; -s 10.0.0.0/8 -j ACCEPT          | 3
            -s 10.0.0.0/9 -j DROP; -s 10.129.0.0/16 -j DROP; -s 10.0.0.0/8 -j ACCEPT         |
            -p tcp -j DROP; -p tcp --dport 80 -j ACCEPT; --dport 80 -p udp -j ACCEPT         | 2
            -p tcp --dport 1:1023 -j DROP; -p tcp -m multiport --dports 22,80 -j ACCEPT      | 2
            -p tcp ! --dport 80 -j DROP; -p tcp --dport 80 -j DROP; -p tcp -s 10.1.1.1 -j LOG | 3
            -i cali+ -j DROP; -i cali12 -j ACCEPT                                            | 2
            ! -i eth0 -j DROP; -i eth+ -j ACCEPT; -i eth1 -j ACCEPT                          | 3
            -m mark --mark 0x1/0x1 -j DROP; -m mark --mark 0x3/0x3 -j ACCEPT                 | 2
            -m mark --mark 0x1/0x1 -j DROP; -m mark ! --mark 0x1/0x1 -j DROP; -j ACCEPT      | 3
            -m mark --mark 0x1 -j DROP; -j MARK --set-xmark 0x1/0xffffffff; -m mark --mark 0x1 -j ACCEPT |
            -m limit --limit 1/s -j DROP; -s 10.0.0.0/8 -j ACCEPT                            |
            -m limit --limit 1/s -j DROP; -m limit --limit 1/s -j ACCEPT                     |
            -m statistic --mode random --probability 0.5 -j DROP; -s 10.0.0.0/8 -j ACCEPT    |
            -m statistic --mode random --probability 1.0 -j DROP; -s 10.0.0.0/8 -j ACCEPT    | 2
            -m addrtype --dst-type LOCAL -j DROP; -m addrtype --dst-type LOCAL -p tcp -j ACCEPT | 2
            -m addrtype --dst-type LOCAL -j DROP; -m addrtype ! --dst-type LOCAL -j DROP; -p tcp -j ACCEPT | 3
            -m set --match-set a src -j DROP; -m set --match-set a src -p tcp -j ACCEPT      | 2
            -m set --match-set a src -j DROP; -j SET --add-set a src; -m set --match-set a src -j ACCEPT |
            -m string --string x --algo bm -j DROP; -m string --string x --algo bm -j ACCEPT |
            -m conntrack --ctstate NEW,RELATED -j DROP; -m state --state NEW -j ACCEPT       | 2
            -m conntrack ! --ctstate NEW -j DROP; -m conntrack --ctstate NEW -p tcp -j DROP; -p tcp -j ACCEPT | 3
            -p icmp -j DROP; -p icmp -m icmp --icmp-type 8 -j ACCEPT                         | 2
            -p tcp -m tcp --tcp-flags SYN,ACK SYN -j DROP; -p tcp --syn -j ACCEPT            | 2
            -g U; -j DROP                                                                    | 2
            -j U; -j DROP                                                                    |
            -j NONE; -j DROP                                                                 |
            -j RETURN; -s 10.0.0.0/8 -j DROP                                                 | 2
            """)
    void findsWhatIsTakenBefore(String rules, String shadowed) {
        StringBuilder dump = new StringBuilder("*filter;");
        for (String rule : rules.split(";")) {
            dump.append("-A FORWARD ").append(rule.strip()).append(";");
        }
        Set<String> found = shadowed(Dumps.rules(dump + "-A U -s 10.0.0.0/8 -j ACCEPT"));

        assertThat(found).isEqualTo(shadowed == null ? Set.of() : Set.of("filter FORWARD rule " + shadowed));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # rules of a chain that all packets go through                                   | whether -s 10.0.0.0/8 after it is shadowed
            -j DROP                                                                          | true
            -s 10.0.0.0/8 -j ACCEPT                                                          | true
            -d 10.0.0.0/8 -j RETURN; -j ACCEPT                                               | false
            -s 11.0.0.0/8 -j RETURN; -j ACCEPT                                               | true
            -m limit --limit 1/s -j RETURN; -j ACCEPT                                        | false
            -m limit --limit 1/s -j LOG; -j ACCEPT                                           | true
            -j MARK --set-xmark 0x1/0x1; -j ACCEPT                                           | true
            -j MARK --set-xmark 0x1/0x1; -m mark --mark 0x1/0x1 -j RETURN; -j ACCEPT         | false
            -s 10.0.0.0/9 -j ACCEPT; -s 10.128.0.0/9 -j DROP                                 | true
            -g V                                                                             | true
            -j V                                                                             | true
            -j C                                                                             | false
            """)
    void looksIntoChains(String rules, boolean shadowed) {
        StringBuilder dump = new StringBuilder("*filter;-A FORWARD -j C;-A FORWARD -s 10.0.0.0/8 -p tcp -j DROP;");
        for (String rule : rules.split(";")) {
            dump.append("-A C ").append(rule.strip()).append(";");
        }
        Set<String> found = shadowed(Dumps.rules(dump + "-A V -s 0.0.0.0/1 -j REJECT"));

        assertThat(found.contains("filter FORWARD rule 2")).isEqualTo(shadowed);
    }

    /** What a chain takes by the mark says nothing of what it marks and sends back. */
    @Test
    void forgetsWhatAChainHasTakenByAMarkThatItSets() {
        Set<String> found = shadowed(Dumps.rules("*filter;-A FORWARD -j C;-A FORWARD -m mark --mark 0x1/0x1 -j DROP;"
                + "-A C -m mark --mark 0x1/0x1 -j ACCEPT;-A C -j MARK --set-xmark 0x1/0x1"));

        assertThat(found).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # of many rules                                   | one                                           | and what it takes
            -s 172.16.%d.1 -j DROP                            | -s 10.0.0.0/8 -j DROP                         | -s 10.1.1.1 -p udp
            -s 172.16.%d.1 -j DROP                            | -d 10.0.0.0/8 -j DROP                         | -s 172.16.0.0/16 -d 10.1.0.0/16
            -d 10.9.9.9 -p tcp --dport 80 --sport %d -j DROP  | -d 10.9.0.0/16 -p tcp --dport 80 -j DROP      | -d 10.9.9.9 -p tcp --dport 80 --sport 70
            -p tcp --dport 80 -m mark --mark %d -j DROP       | -p tcp --dport 80 -m mark --mark 0x400/0xc00 -j DROP | -p tcp --dport 80 -m mark --mark 0x433
            -i e%d -j DROP                                    | -i cali+ -j DROP                              | -i cali1 -p tcp
            -p tcp --dport %d:1000 -j DROP                    | -s 10.0.0.0/8 -j DROP                         | -s 10.1.1.1 -p tcp --dport 1:2000
            -m set --match-set s%d src -j DROP                | -m set --match-set a src -j DROP              | -m addrtype --dst-type LOCAL -m set --match-set a src
            -d 10.1.%d.1 -m ttl --ttl-eq %d -j DROP           | -m ttl --ttl-eq 255 -j DROP                   | -d 10.1.1.1 -m ttl --ttl-eq 255
            """)
    void findsWhatIsTakenAmongMany(String many, String one, String taken) {
        StringBuilder dump = new StringBuilder("*filter;");
        IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> "-A FORWARD " + many.replace("%d", "" + i % 251) + ";")
                .forEach(dump::append);
        Set<String> before = shadowed(Dumps.rules(dump.toString()));

        Set<String> found = new HashSet<>(
                shadowed(Dumps.rules(dump + "-A FORWARD " + one + ";-A FORWARD " + taken + " -j ACCEPT")));
        found.removeAll(before);

        assertThat(found).containsExactly("filter FORWARD rule " + (MANY + 2));
    }
}
