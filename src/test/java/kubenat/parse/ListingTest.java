package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.model.Rule;
import kubenat.model.match.Unmodelled;
import kubenat.source.Diagnostic;
import kubenat.source.SourceText;
import kubenat.testing.Dumps;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A listing of {@code iptables -L} says what the dump says, or is not understood; it never says anything else. */
class ListingTest {
    private static final String BARE = """
            $ iptables -t nat -L
            Chain PREROUTING (policy ACCEPT)
            target     prot opt source               destination
            WEB        tcp  --  anywhere             10.96.0.1            /* the web */ tcp dpt:http

            Chain WEB (1 references)
            target     prot opt source               destination
            DNAT       tcp  --  !10.244.0.0/16       anywhere             statistic mode random probability 0.50000000000 to:10.0.0.1:8080
                       all  --  anywhere             anywhere
            DROP       all  --  anywhere             anywhere             frobnicated by 7
            """;

    @ParameterizedTest
    @ValueSource(strings = {"v4.legacy", "v4.nft", "v6.legacy", "v6.nft"})
    void saysOfEachRuleWhatTheDumpSaysOrThatItIsNotUnderstood(String what) throws Exception {
        String listing = Files.readString(SharedFiles.at("oracle/out/print." + what + ".L.txt"));
        List<String> saved = nat(Files.readString(SharedFiles.at("oracle/out/print." + what + ".save-c.txt")));

        List<String> listed = nat(print(listing, new ArrayList<>()));

        assertThat(listed).filteredOn(line -> !line.startsWith("#")).isSubsetOf(saved);
        assertThat(listed).filteredOn(line -> line.startsWith("#")).hasSizeLessThan(10);
        assertThat(listed).hasSameSizeAs(saved);
    }

    @Test
    void takesARuleForConditionalWhereTheListingShowsNoInterfaces() {
        List<Rule> rules = Dumps.parse(BARE)
                .tables()
                .get(0)
                .chain("PREROUTING")
                .orElseThrow()
                .rules();

        assertThat(rules).hasSize(1);
        assertThat(rules.get(0).matches()).hasAtLeastOneElementOfType(Unmodelled.class);
        assertThat(rules.get(0).comment()).contains("the web");
        assertThat(rules.get(0).target().words()).contains("WEB");
    }

    @Test
    void reportsOnceThatInterfacesAreMissingAndEachRowThatIsNotUnderstood() throws Exception {
        List<Diagnostic> found = new ArrayList<>();
        print(BARE, found);

        assertThat(found)
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "dump:3:1: warning: this listing does not show interfaces: any rule in it may ask for more than it"
                                + " says [SYN008]",
                        "dump:10:1: error: not read from a listing: frobnicated by 7 [SYN002]");
    }

    private static List<String> nat(String dump) {
        List<String> lines = dump.lines().toList();
        int start = lines.indexOf("*nat");
        return lines.subList(start + 1, lines.size()).stream()
                .takeWhile(line -> !line.equals("COMMIT"))
                .filter(line -> !line.startsWith(":"))
                .toList();
    }

    private static String print(String dump, List<Diagnostic> found) throws Exception {
        StringWriter out = new StringWriter();
        new DumpPrinter(DumpForm.SAVE, false, Optional.of(true), Optional.empty())
                .print(SourceText.of("dump", dump), new PrintWriter(out), found::add);
        return out.toString();
    }
}
