package kubenat.lint.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import kubenat.graph.Handover;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.testing.Dumps;
import kubenat.testing.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntrancesTest {
    private static final int TRIES = 120;
    private static final int PACKETS = 60;

    /** No packet that the tracer follows meets a rule that is said to be outside what comes to its chain. */
    @Test
    void noPacketMeetsARuleOutside() {
        List<String> all = new ArrayList<>();
        ForAll.forAll(TRIES, random -> new DenseDump(random).text(""), text -> {
            Ruleset ruleset = Dumps.parse(text);
            Set<String> outside = outside(ruleset);
            all.addAll(outside);
            Random random = new Random(text.hashCode());
            for (int i = 0; i < (outside.isEmpty() ? 0 : PACKETS); i++) {
                assertThat(MetRules.of(ruleset, random)).doesNotContainAnyElementsOf(outside);
            }
        });
        assertThat(all).hasSizeGreaterThan(20);
    }

    private static Set<String> outside(Ruleset ruleset) {
        Entrances entrances = Entrances.of(ruleset, chain -> callers(ruleset, chain), Ends.of(ruleset));
        return ruleset.tables().stream()
                .flatMap(Table::chains)
                .flatMap(chain -> entrances.outside(chain).stream())
                .map(Rule::place)
                .collect(Collectors.toSet());
    }

    private static List<ChainName> callers(Ruleset ruleset, ChainName chain) {
        return ruleset.tables().stream()
                .flatMap(Table::chains)
                .flatMap(each -> each.rules().stream())
                .flatMap(rule -> Handover.of(rule).stream())
                .filter(handover -> handover.to().equals(chain))
                .map(Handover::from)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # rules                                                                     | outside
            FORWARD -p tcp -j C; C -p udp -j DROP                                       | C rule 1
            FORWARD -p tcp -j C; C -p tcp -j DROP                                       |
            FORWARD ! -p tcp -j C; C -p tcp --dport 80 -j DROP                          | C rule 1
            FORWARD -p tcp -j C; INPUT -p udp -j C; C -p udp -j DROP                    |
            FORWARD -p tcp -j C; INPUT -p icmp -j C; C -p udp -j DROP                   | C rule 1
            FORWARD -p tcp -g C; C -p udp -j DROP                                       | C rule 1
            FORWARD -s 10.0.0.0/8 -j C; C -d 10.0.0.0/8 -j D; D -s 11.0.0.1 -j DROP     | D rule 1
            FORWARD -s 10.0.0.0/8 -j C; C -d 10.0.0.0/8 -j D; D -s 10.0.0.1 -j DROP     |
            FORWARD -m mark --mark 1 -j C; C -m mark --mark 2 -j DROP                   | C rule 1
            FORWARD -m mark --mark 1 -j C; C -j MARK --set-mark 2; C -m mark --mark 2 -j DROP |
            FORWARD -m mark --mark 1 -j C; C -j D; C -m mark --mark 2 -j DROP; D -j MARK --set-mark 2 |
            FORWARD -m mark --mark 1 -j C; C -j MARK --set-mark 2; C -j D; D -m mark --mark 2 -j DROP |
            FORWARD -m limit --limit 1/s -j C; C -m limit --limit 2/s -j DROP           |
            FORWARD -m addrtype --dst-type LOCAL -j C; C -m addrtype ! --dst-type LOCAL -j DROP | C rule 1
            C -p tcp -j D; D -p udp -j DROP                                             |
            FORWARD -p tcp -j C; C -p tcp -s 1.1.1.1 ! -s 1.1.1.1 -j DROP               |
            FORWARD -p tcp -j C; C -p udp -j D; D -p udp -j DROP                        | C rule 1
            """)
    void knowsWhatTheCallersLetThrough(String rules, String outside) {
        StringBuilder dump = new StringBuilder("*filter");
        for (String rule : rules.split(";")) {
            dump.append(";-A ").append(rule.strip());
        }

        assertThat(outside(Dumps.rules(dump.toString())))
                .isEqualTo(outside == null ? Set.of() : Set.of("filter " + outside));
    }
}
