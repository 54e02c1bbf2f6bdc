package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.model.packet.Family;
import kubenat.source.Diagnostic;
import kubenat.source.DumpException;
import kubenat.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste: scripts, wrapped lines, both families in one file. Each is the same as what iptables would print. */
class DialectsTest {

    @Test
    void readsAScript() throws Exception {
        String script = """
                #!/bin/sh
                # opens the web
                set -e
                IPT=/sbin/iptables
                iptables -t nat -N WEB
                sudo iptables -w -t nat -A PREROUTING -p tcp --dport 80 -j WEB   # the web
                /sbin/iptables --table=nat --append WEB -m comment --comment 'it is -t filter' \\
                    -j DNAT --to-destination 10.0.0.1:8080 || exit 1
                iptables -A INPUT -t filter -p tcp --dport 8080 -j ACCEPT 2>/dev/null || true
                [root@node ~]# iptables -t nat -I WEB -s 10.0.0.0/8 -j RETURN
                $IPT -P FORWARD DROP;
                """;

        assertThat(print(script)).isEqualTo("""
                *nat
                :WEB - [0:0]
                -A WEB -s 10.0.0.0/8 -j RETURN
                -A WEB -m comment --comment "it is -t filter" -j DNAT --to-destination 10.0.0.1:8080
                -A PREROUTING -p tcp -m tcp --dport 80 -j WEB
                COMMIT
                *filter
                :FORWARD DROP [0:0]
                -A INPUT -p tcp -m tcp --dport 8080 -j ACCEPT
                COMMIT
                """);
        assertThat(problems(script)).containsExactly("3:1 NOT set");
    }

    @Test
    void doesNotGuessWhatAShellPutsInPlaceOfAVariable() throws Exception {
        List<Diagnostic> found = new ArrayList<>();

        String printed = print("iptables -A INPUT -i $EXT -j ACCEPT\niptables -A INPUT -i '$EXT' -j ACCEPT\n", found);

        assertThat(printed).contains("# iptables -A INPUT -i $EXT -j ACCEPT\n-A INPUT -i $EXT -j ACCEPT\n");
        assertThat(found)
                .extracting(Diagnostic::toString)
                .contains("dump:1:22: error: $EXT is for the shell to fill in: what it stands for is not in the script"
                        + " [SYN001]");
    }

    @Test
    void readsTheTablesOfBothFamiliesInAScript() throws Exception {
        List<Ruleset> rules = new DumpReader()
                .readAll(List.of(SourceText.of(
                        "dump", "iptables -t nat -A A -j ACCEPT\nip6tables -t nat -A A -s fd00::1 -j DROP\n")));

        assertThat(rules).extracting(Ruleset::family).containsExactly(Family.IPV4, Family.IPV6);
    }

    @Test
    void readsLinesForOneFamilyOnly() throws Exception {
        String dump = "*nat\n:A -\n-A A -4 -j ACCEPT\n-A A -6 -j DROP\n-A A -j RETURN\nCOMMIT\n";

        assertThat(rules(dump, "A")).containsExactly("-A A -4 -j ACCEPT", "-A A -j RETURN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-A A -p tcp -m comment --comment \"a b\" -m tcp\n--dport 80 -j X\n",
                "-A A -p tcp -m comment --comment \"a b\" -m tcp --dport 80 -j\nX\n",
                "-A A -p tcp -m comment --comment \"a\nb\" -m tcp --dport 80 -j X\n",
                "-A A -p tcp -m comment \\\n  --comment \"a b\" \\\n  -m tcp --dport 80 -j X\n",
                "-A A -p tcp\n   -m comment --comment \"a b\"\n   -m tcp --dport 80\n   -j X\r\n",
            })
    void readsARuleThatIsWrapped(String rule) throws Exception {
        String dump = "*nat\n:A - [0:0]\n:X - [0:0]\n-A A -j RETURN\n" + rule + "-A A -j ACCEPT\nCOMMIT\n";

        assertThat(print(dump)).isEqualTo("""
                *nat
                :A - [0:0]
                :X - [0:0]
                -A A -j RETURN
                -A A -p tcp -m comment --comment "a b" -m tcp --dport 80 -j X
                -A A -j ACCEPT
                COMMIT
                """);
        assertThat(problems(dump)).isEmpty();
    }

    @Test
    void pointsIntoTheLineThatAWordOfAWrappedRuleStandsIn() throws Exception {
        assertThat(problems("*nat\n-A A -p tcp\n   --dport 99999\n   -j X\n-A A -j ACCEPT\nCOMMIT\n"))
                .containsExactly("3:12 BAD 99999");
    }

    @Test
    void takesNoProseForTheRestOfARule() throws Exception {
        assertThat(problems("*nat\n-A A -j ACCEPT\nand that is all\nCOMMIT\n")).containsExactly("3:1 NOT and");
    }

    private static List<String> rules(String dump, String chain) throws DumpException {
        return new DumpReader()
                        .read(SourceText.of("dump", dump))
                        .chain(new ChainName(TableName.NAT, chain))
                        .orElseThrow()
                        .rules()
                        .stream()
                        .map(rule -> rule.text())
                        .toList();
    }

    /** Place, the beginning of the name of what is wrong, and the text that is marked. */
    private static List<String> problems(String dump) throws DumpException {
        SourceText source = SourceText.of("dump", dump);
        List<Diagnostic> found = new ArrayList<>();
        print(dump, found);
        return found.stream()
                .filter(each -> !each.id().equals(SyntaxProblem.UNNAMED_TABLE))
                .filter(each -> !each.message().startsWith("the dump does not declare"))
                .map(each -> each.span()
                        + (each.id().equals(SyntaxProblem.NOT_UNDERSTOOD) ? " NOT " : " BAD ")
                        + source.text(each.span()))
                .toList();
    }

    private static String print(String dump) throws DumpException {
        String printed = print(dump, new ArrayList<>());
        return printed.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    private static String print(String dump, List<Diagnostic> found) throws DumpException {
        StringWriter out = new StringWriter();
        new DumpPrinter(DumpForm.SAVE, false, Optional.empty(), Optional.empty())
                .print(SourceText.of("dump", dump), new PrintWriter(out), found::add);
        return out.toString();
    }
}
