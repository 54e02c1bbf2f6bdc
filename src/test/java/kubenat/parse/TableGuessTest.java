package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kubenat.model.Ruleset;
import kubenat.source.Diagnostic;
import kubenat.source.Severity;
import kubenat.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableGuessTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # pasted rules                                                                    | table  | because
            -A KUBE-NODEPORTS -p tcp -m comment --comment "a/b" --dport 31248 -j KUBE-EXT-47MZ | nat    | KUBE-EXT-47MZ in line 1 is a chain of nat
            -A KUBE-SERVICES -d 10.0.0.1/32 -p tcp -j KUBE-SVC-47MZKVTVFE2WTG5V               | nat    | KUBE-SVC-47MZKVTVFE2WTG5V in line 1 is a chain of nat
            -A KUBE-SERVICES -d 10.0.0.1/32 -p tcp -j REJECT                                  | filter | REJECT in line 1 is for filter alone
            -A KUBE-NODEPORTS -p tcp --dport 32000 -j DROP                                    | filter | nothing in it belongs to another table
            -A X -j DNAT --to-destination 10.0.0.1:80                                         | nat    | DNAT in line 1 is for nat alone
            -A X -j ACCEPT\\n-A X --jump=MASQUERADE                                           | nat    | MASQUERADE in line 2 is for nat alone
            -A PREROUTING -j CT --notrack                                                     | raw    | CT in line 1 is for raw alone
            -A PREROUTING -p tcp -j TPROXY --on-port 1                                        | mangle | TPROXY in line 1 is for mangle alone
            -A PREROUTING -j ACCEPT                                                           | nat    | it has rules in PREROUTING
            -A PREROUTING -j ACCEPT\\n-A FORWARD -j ACCEPT                                    | mangle | it has rules in FORWARD
            -P PREROUTING ACCEPT\\n-P OUTPUT ACCEPT\\n-A OUTPUT -j REDIRECT                   | nat    | REDIRECT in line 3 is for nat alone
            -P PREROUTING ACCEPT\\n-P OUTPUT ACCEPT\\n-A OUTPUT -j MARK --set-mark 1          | raw    | its built-in chains are PREROUTING, OUTPUT
            -A CILIUM_PRE_mangle -j ACCEPT                                                    | mangle | CILIUM_PRE_mangle in line 1 is a chain of mangle
            -A FORWARD -j DOCKER-USER                                                         | filter | DOCKER-USER in line 1 is a chain of filter
            -A INPUT -j REJECT\\n-A X -j DNAT --to 1.2.3.4                                    | filter | REJECT in line 1 is for filter alone; but DNAT in line 2 is for nat alone
            -A FORWARD -j KUBE-SVC-A                                                          | filter | it has rules in FORWARD; but KUBE-SVC-A in line 1 is a chain of nat
            """)
    void guessesTheTableOfPastedRules(String dump, String table, String why) throws Exception {
        Ruleset rules = read(dump.replace("\\n", "\n") + "\n");

        assertThat(rules.tables()).extracting(found -> found.name().toString()).containsExactly(table);
        assertThat(rules.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("the dump does not name its table: taken as %s, because %s".formatted(table, why));
    }

    @Test
    void readsTheTargetsOfAListing() throws Exception {
        Ruleset rules = read("""
                Chain X (1 references)
                 pkts bytes target     prot opt in     out     source               destination
                    0     0 DNAT       tcp  --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:80 to:10.0.0.1:80
                """);

        assertThat(rules.tables()).extracting(found -> found.name().toString()).containsExactly("nat");
    }

    @Test
    void warnsWhereNothingTellsTheTablesApart() throws Exception {
        assertThat(severities("-A X -j ACCEPT\n")).containsExactly(Severity.WARNING);
        assertThat(severities("-A X -j KUBE-SVC-A\n")).containsExactly(Severity.NOTE);
        assertThat(severities("-A INPUT -j REJECT\n-A X -j DNAT --to 1.2.3.4\n"))
                .containsExactly(Severity.WARNING);
    }

    private static List<Severity> severities(String dump) throws Exception {
        return read(dump).diagnostics().stream().map(Diagnostic::severity).toList();
    }

    private static Ruleset read(String dump) throws Exception {
        return new DumpReader().read(SourceText.of("dump", dump));
    }
}
