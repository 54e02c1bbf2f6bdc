package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.source.Diagnostic;
import kubenat.source.DumpException;
import kubenat.source.Severity;
import kubenat.source.SourceReader;
import kubenat.source.SourceText;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What iptables prints is printed again byte for byte, and other spellings become what iptables prints of them. */
class RoundTripTest {

    @Test
    void printsEveryExtensionAsIptablesDoes() throws Exception {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(SharedFiles.at("corpus/extensions"))) {
            all.sorted().forEach(files::add);
        }

        for (Path file : files) {
            assertThat(print(read(file), DumpForm.SAVE)).as(file.toString()).isEqualTo(Files.readString(file));
        }
        assertThat(files).hasSizeGreaterThan(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v4.legacy", "v4.nft", "v6.legacy", "v6.nft"})
    void printsEveryFormOfRulesAsIptablesDoes(String what) throws Exception {
        for (String command : List.of("save", "save-c", "S", "S-v")) {
            Path file = SharedFiles.at("oracle/out/print." + what + "." + command + ".txt");
            DumpForm form = command.startsWith("S") ? DumpForm.S : DumpForm.SAVE;

            assertThat(print(read(file), form)).as(file.toString()).isEqualTo(Files.readString(file));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v4.legacy", "v4.nft", "v6.legacy", "v6.nft"})
    void printsWhatWasLoadedAsIptablesDoesAfterLoadingIt(String what) throws Exception {
        Path loaded = SharedFiles.at("oracle/out/print." + what + ".loaded.txt");
        Path saved = SharedFiles.at("oracle/out/print." + what + ".save.txt");

        String printed =
                print(new DumpPrinter(DumpForm.SAVE, true, Optional.of(false), Optional.empty()), withEnd(loaded));

        assertThat(rules(printed))
                .isEqualTo(rules(print(
                        new DumpPrinter(DumpForm.SAVE, true, Optional.of(false), Optional.empty()), read(saved))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v4.legacy", "v6.nft"})
    void convertsFromOneFormToTheOtherAndBack(String what) throws Exception {
        Path saved = SharedFiles.at("oracle/out/print." + what + ".save-c.txt");
        String listed = print(read(saved), DumpForm.S);

        String back = print(SourceText.of("listed", listed), DumpForm.SAVE);

        assertThat(rules(back)).isEqualTo(rules(Files.readString(saved)));
        assertThat(print(SourceText.of("back", back), DumpForm.S)).isEqualTo(listed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -m tcp -p tcp --dport 80 -j X                         | -p tcp -m tcp --dport 80 -j X
            -p tcp --dport 80 -j X                                | -p tcp -m tcp --dport 80 -j X
            -d ! 10.0.0.0/8 -j X                                  | ! -d 10.0.0.0/8 -j X
            -s 10.1.2.3/255.255.0.0 -j X                          | -s 10.1.0.0/16 -j X
            -s 10.1.2.3/255.0.255.0 -j X                          | -s 10.0.2.0/255.0.255.0 -j X
            -m comment --comment some words here -j X             | -m comment --comment "some words here" -j X
            -m comment --comment cali:abc -j X                    | -m comment --comment "cali:abc" -j X
            -m conntrack --ctstate ESTABLISHED,RELATED -j X       | -m conntrack --ctstate RELATED,ESTABLISHED -j X
            -m statistic --mode random --probability .5 -j X      | -m statistic --mode random --probability 0.50000000000 -j X
            -m statistic --mode nth --every 3 -j X                | -m statistic --mode nth --every 3 --packet 0 -j X
            -m recent --rcheck --seconds 5 -j X                   | -m recent --rcheck --seconds 5 --name DEFAULT --mask 255.255.255.255 --rsource -j X
            -p tcp --tcp-flags SYN,FIN SYN -j X                   | -p tcp -m tcp --tcp-flags FIN,SYN SYN -j X
            -p tcp ! --syn -j X                                   | -p tcp -m tcp ! --tcp-flags FIN,SYN,RST,ACK SYN -j X
            -j MARK --or-mark 16384                               | -j MARK --set-xmark 0x4000/0x4000
            -j CONNMARK --restore-mark --mask 0xff                | -j CONNMARK --restore-mark --nfmask 0xff --ctmask 0xff
            -j LOG --log-level info --log-prefix a:b              | -j LOG --log-prefix "a:b" --log-level 6
            -j DNAT --random --to-destination 10.0.0.1:80         | -j DNAT --to-destination 10.0.0.1:80 --random
            -m limit --limit 3/second --limit-burst 5 -j X        | -m limit --limit 3/sec -j X
            -i + -o eth0 -j X                                     | -o eth0 -j X
            """)
    void writesOldSpellingsAsIptablesPrintsThem(String given, String printed) throws Exception {
        assertThat(rules(print(SourceText.of("dump", "*nat\n:A -\n:X -\n-A A " + given + "\nCOMMIT\n"), DumpForm.SAVE)))
                .contains("-A A " + printed);
    }

    @Test
    void makesARuleOfEachAddressInAList() throws Exception {
        String dump = "*nat\n-A A -s 10.0.0.1,10.0.0.2 -d 10.1.0.0/16 -j ACCEPT\n";

        assertThat(rules(print(SourceText.of("dump", dump), DumpForm.SAVE)))
                .contains(
                        "-A A -s 10.0.0.1/32 -d 10.1.0.0/16 -j ACCEPT", "-A A -s 10.0.0.2/32 -d 10.1.0.0/16 -j ACCEPT");
    }

    @Test
    void keepsWhatIsNotUnderstoodAsAComment() throws Exception {
        List<Diagnostic> found = new ArrayList<>();
        StringWriter out = new StringWriter();
        String dump =
                "$ hello\n*nat\n:A - [0:0]\n-A A -j DNAT [unsupported revision]\n-D A 1\n-A A --dprot 80 -j ACCEPT\n-A A -j ACCEPT\nCOMMIT\n";

        new DumpPrinter(DumpForm.SAVE, false, Optional.empty(), Optional.empty())
                .print(SourceText.of("dump", dump), new PrintWriter(out), found::add);

        assertThat(out).hasToString("""
                # $ hello
                *nat
                :A - [0:0]
                # -A A -j DNAT [unsupported revision]
                # -A A --dprot 80 -j ACCEPT
                -A A -j ACCEPT
                COMMIT
                # -D A 1
                """);
        assertThat(found).extracting(each -> each.span().line()).containsExactly(1, 5, 4, 6);
    }

    private static String rules(String dump) {
        return dump.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
    }

    private static SourceText read(Path file) throws DumpException {
        return new SourceReader(InputStream.nullInputStream()).read(file.toString());
    }

    private static SourceText withEnd(Path file) throws Exception {
        return SourceText.of(file.toString(), Files.readString(file) + "\n");
    }

    private static String print(SourceText source, DumpForm form) throws DumpException {
        return print(new DumpPrinter(form, false, Optional.empty(), Optional.empty()), source);
    }

    private static String print(DumpPrinter printer, SourceText source) throws DumpException {
        StringWriter out = new StringWriter();
        printer.print(
                source,
                new PrintWriter(out),
                found -> assertThat(found.severity()).as(found.toString()).isNotEqualTo(Severity.ERROR));
        return out.toString();
    }
}
