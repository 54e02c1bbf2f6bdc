package kubenat.parse;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kubenat.model.Ruleset;
import kubenat.source.Bytes;
import kubenat.source.Diagnostic;
import kubenat.source.DumpException;
import kubenat.source.SourceText;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.api.Test;

/** No text makes the reader throw anything but a DumpException, and every diagnostic points into the text. */
class HostileInputTest {
    private static final String SEED = "corpus/cases/seed-nodeport.rules";
    private static final String[] WORDS = {
        "-A X",
        "-I X 1",
        "-N X",
        "-P INPUT",
        ":X -",
        "*nat",
        "COMMIT",
        "-j Y",
        "-g",
        "-m tcp",
        "-m",
        "!",
        "-s",
        "10.0.0.1/8",
        "--comment",
        "\"",
        "\"a b\"",
        "'",
        "\\",
        "--dport 80",
        "--to-destination",
        ":0",
        "-c 1 2",
        "[1:2]",
        "--",
        "-",
        "\n",
        "\r\n",
        "\t",
        "中文",
        "\uFEFF",
        "-X X",
        "-F",
        "-j DNAT",
        "-p tcp",
        "--probability 0.5",
        "-m statistic --mode random",
        "\niptables -t nat -A X",
        "\nsudo ip6tables -w -I X",
        "\nChain X (1 references)\n",
        "num pkts bytes target prot opt in out source destination\n",
        "target     prot opt source               destination\n",
        "\nX  tcp  --  0.0.0.0/0 10.0.0.1 tcp dpt:80",
        "$Y",
        "\\\n"
    };

    @Test
    void readsRandomBytes() {
        forAll(random -> bytes(random, 400), content -> read(new SourceText("dump", Bytes.of(content))));
    }

    @Test
    void readsRandomWordsOfRules() {
        forAll(2000, HostileInputTest::words, text -> read(SourceText.of("dump", "*nat\n" + text)));
    }

    @Test
    void readsADumpThatIsCutAnywhere() throws Exception {
        byte[] seed = Files.readAllBytes(SharedFiles.at(SEED));
        byte[] end = Arrays.copyOfRange(seed, seed.length - 3000, seed.length);

        for (int length = 0; length <= end.length; length++) {
            read(new SourceText("dump", Bytes.of(Arrays.copyOf(end, length))));
        }
    }

    @Test
    void readsADumpWithAnyByteChanged() throws IOException {
        byte[] seed = Files.readAllBytes(SharedFiles.at(SEED));

        forAll(random -> changed(seed, random), content -> read(new SourceText("dump", Bytes.of(content))));
    }

    @Test
    void readsVeryLongLines() throws Exception {
        String comment = "x".repeat(1 << 16);

        read(SourceText.of("dump", "*nat\n-A X -m comment --comment \"%s\" -j Y\n".formatted(comment)));
        read(SourceText.of("dump", "*nat\n-A X %s\n".formatted("! -s 1,2 ".repeat(8000))));
        read(SourceText.of("dump", "*nat\n-A X -s %s -d %s -j Y\n".formatted("1,".repeat(9000), "1,".repeat(9000))));
        read(SourceText.of("dump", "*nat\n-A %s -j Y\n".formatted(comment)));
        read(SourceText.of(
                "dump",
                "*nat\n-A X --comment %s -j Y\n*%s\n%s".formatted(comment.repeat(20), comment, comment.repeat(20))));
    }

    private static void read(SourceText source) {
        try {
            for (Ruleset rules : new DumpReader().readAll(List.of(source))) {
                Stream<Diagnostic> inChains = rules.tables().stream()
                        .flatMap(table -> table.chains())
                        .flatMap(chain -> Stream.concat(chain.rules().stream().map(rule -> chain), Stream.of(chain)))
                        .flatMap(chain -> chain.diagnostics().stream());
                Stream.concat(rules.diagnostics().stream(), inChains).forEach(found -> assertInside(found, source));
            }
        } catch (DumpException refused) {
            assertThat(refused.getMessage()).startsWith("dump: is not a dump");
        }
    }

    private static void assertInside(Diagnostic found, SourceText source) {
        String line = source.line(found.span().line());

        assertThat(found.span().column() - 1 + found.span().length())
                .as(found.toString())
                .isLessThanOrEqualTo(line.length());
    }

    private static byte[] bytes(Random random, int most) {
        byte[] content = new byte[random.nextInt(most)];
        random.nextBytes(content);
        byte[] start = "*nat\n-A X ".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, content, 0, random.nextBoolean() ? 0 : Math.min(start.length, content.length));
        return content;
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(8) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private static byte[] changed(byte[] seed, Random random) {
        byte[] content = seed.clone();
        for (int i = 0; i < 20; i++) {
            content[random.nextInt(content.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : " \n\"!-'".charAt(random.nextInt(6)));
        }
        return content;
    }
}
