package kubenat.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kubenat.model.packet.Family;
import kubenat.model.packet.Routing;
import kubenat.model.packet.RoutingRule;
import kubenat.model.packet.RoutingSelector;
import kubenat.source.DumpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What iproute2 6.1 prints on Linux 6.18 of rules that were added one by one. */
class RoutingRulesTest {
    private static final String TEXT = """
            0:	from all lookup local
            0:	from 10.0.0.0/8 lookup main suppress_ifgroup default
            0:	from all iif lo lookup 300 realms 3
            1:	from all iif nosuch [detached] lookup 3
            2:	from all to 10.8.1.0/16 unreachable
            3:	from all to 10.8.0.0/16 prohibit
            4:	from all to 10.7.0.0/16 blackhole
            5:	from 10.9.9.9 tos 0x10 ipproto tcp sport 5 dport 80-90 lookup 7
            6:	from all lookup main suppress_prefixlength 0
            7:	not from all fwmark 0xca6c lookup 51820
            8:	from 10.1.0.0/16 to 10.2.0.0/16 iif d0 lookup 100
            9:	from all fwmark 0x200/0xf00 lookup 2004
            30:	from all goto 40000
            31:	from all goto 50000 [unresolved]
            32766:	from all lookup main
            32767:	from all lookup default
            40000:	from all nop
            """;
    private static final String JSON = """
            [{"priority":0,"src":"all","table":"local"},
             {"priority":0,"src":"10.0.0.0","srclen":8,"table":"main","suppress_ifgroup":"default"},
             {"priority":0,"src":"all","iif":"lo","table":"300","flow_to":"3"},
             {"priority":1,"src":"all","iif":"nosuch","iif_detached":null,"table":"3"},
             {"priority":2,"src":"all","dst":"10.8.1.0","dstlen":16,"action":"unreachable"},
             {"priority":3,"src":"all","dst":"10.8.0.0","dstlen":16,"action":"prohibit"},
             {"priority":4,"src":"all","dst":"10.7.0.0","dstlen":16,"action":"blackhole"},
             {"priority":5,"src":"10.9.9.9","tos":"0x10","ipproto":"tcp","sport":5,"dport_start":80,"dport_end":90,"table":"7"},
             {"priority":6,"src":"all","table":"main","suppress_prefixlen":0},
             {"priority":7,"not":null,"src":"all","fwmark":"0xca6c","table":"51820"},
             {"priority":8,"src":"10.1.0.0","srclen":16,"dst":"10.2.0.0","dstlen":16,"iif":"d0","table":"100"},
             {"priority":9,"src":"all","fwmark":"0x200","fwmask":"0xf00","table":"2004"},
             {"priority":30,"src":"all","goto":40000},
             {"priority":31,"src":"all","goto":50000,"unresolved":null},
             {"priority":32766,"src":"all","table":"main"},
             {"priority":32767,"src":"all","table":"default"},
             {"priority":40000,"src":"all","nop":null}]
            """;

    @Test
    void textAndJsonSayTheSame() throws DumpException {
        assertThat(RoutingRules.read("a", TEXT)).isEqualTo(RoutingRules.read("b", JSON));
    }

    @Test
    void eachRuleSaysWhoItIsForAndWhatItDoes() throws DumpException {
        List<RoutingRule> rules = RoutingRules.read("a", TEXT);

        assertThat(rules.stream().map(RoutingRulesTest::words).collect(Collectors.joining("\n")))
                .isEqualTo("""
                        0: -> local
                        0: from=10.0.0.0/8 other=suppress_ifgroup default -> main
                        0: in=lo -> 300
                        1: in=nosuch -> 3
                        2: to=10.8.0.0/16 -> UNREACHABLE
                        3: to=10.8.0.0/16 -> PROHIBIT
                        4: to=10.7.0.0/16 -> BLACKHOLE
                        5: from=10.9.9.9 other=tos 0x10 ipproto tcp sport 5 dport 80-90 -> 7
                        6: -> main longer than 0
                        7: not mark=0xca6c/0xffffffff -> 51820
                        8: from=10.1.0.0/16 to=10.2.0.0/16 in=d0 -> 100
                        9: mark=0x200/0xf00 -> 2004""");
    }

    @Test
    void nothingIsNoListing() {
        assertThatThrownBy(() -> RoutingRules.read("f", "\n")).hasMessage("f: no rule in it");
    }

    @Test
    void aListingThatSomebodyHasJumpedOverEndsThere() throws DumpException {
        List<RoutingRule> rules =
                RoutingRules.read("a", "0: from all goto 9\n1: from all prohibit\n9: from all lookup main\n");

        assertThat(rules)
                .singleElement()
                .satisfies(rule -> assertThat(rule.table()).isEqualTo("main"));
    }

    @Test
    void familiesAreToldApart() throws DumpException {
        String both = """
                0:	from all lookup local
                32766:	from all lookup main
                32767:	from all lookup default
                0:	from all lookup local
                5:	from all fwmark 0x1 lookup 9
                32766:	from all lookup main
                """;

        Routing routing = new Routing(true, List.of(), List.of(), RoutingRules.read("a", both));

        assertThat(routing.hasPolicy(Family.IPV4)).isFalse();
        assertThat(routing.hasPolicy(Family.IPV6)).isTrue();
        assertThat(routing.rules(Family.IPV6)).hasSize(3);
        assertThat(RoutingRules.read("a", "9: from 2001:db8::/32 lookup default")
                        .get(0)
                        .family())
                .contains(Family.IPV6);
    }

    @Test
    void whatIsUsualIsNoPolicy() throws DumpException {
        Routing routing = new Routing(
                true,
                List.of(),
                List.of(),
                RoutingRules.read(
                        "a", "0: from all lookup local\n32766: from all lookup main\n32767: from all lookup default"));

        assertThat(routing.knowsRules(Family.IPV4)).isTrue();
        assertThat(routing.knowsRules(Family.IPV6)).isFalse();
        assertThat(routing.hasPolicy(Family.IPV4)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            some prose                       | f:1:1: not a routing rule: some prose
            5: from all                      | f:1:1: not a routing rule: 5: from all
            5: from 10.0.0.0/40 lookup 7     | f:1:1: not a routing rule: 5: from 10.0.0.0/40 lookup 7
            5: from all fwmark x lookup 7    | f:1:1: not a routing rule: 5: from all fwmark x lookup 7
            [{"src":"all"}]                  | f: a rule without "priority"
            [{"priority":5}]                 | f: not a routing rule: 5:
            [                                | f:
            '0:'                             | f:1:1: not a routing rule: 0:
            """)
    void whatIsNoRuleIsSaid(String text, String message) {
        assertThatThrownBy(() -> RoutingRules.read("f", text))
                .isInstanceOf(DumpException.class)
                .hasMessageStartingWith(message);
    }

    private static String words(RoutingRule rule) {
        RoutingSelector selector = rule.selector();
        StringBuilder words = new StringBuilder(rule.priority() + ":");
        words.append(selector.negated() ? " not" : "");
        selector.from().ifPresent(from -> words.append(" from=").append(from));
        selector.to().ifPresent(to -> words.append(" to=").append(to));
        words.append(selector.in().isEmpty() ? "" : " in=" + selector.in());
        words.append(selector.mask() == 0 ? "" : " mark=0x%x/0x%x".formatted(selector.mark(), selector.mask()));
        words.append(selector.other().isEmpty() ? "" : " other=" + selector.other());
        Optional<String> refused = rule.refuses().map(Enum::name);
        words.append(" -> ").append(refused.orElse(rule.table()));
        return words.append(rule.longerThan() < 0 ? "" : " longer than " + rule.longerThan())
                .toString();
    }
}
