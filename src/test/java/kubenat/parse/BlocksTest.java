package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import kubenat.source.Bytes;
import kubenat.source.SourceText;
import kubenat.testing.ForAll;
import kubenat.testing.HostileDumps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index is the same wherever the dump is divided, and as if every line had been looked at by itself. */
class BlocksTest {
    private static final int TRIES = 40;
    private static final String LONG = "X".repeat(200);

    private static final List<byte[]> DUMPS = HostileDumps.in(Path.of("samples")).stream()
            .filter(dump -> dump.length > 0 && dump.length < 20_000)
            .toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*nat\n:A - [0:0]\n:AB - [0:0]\n-A A -j AB\n-A A\n-A AB -j X\n\n-A AB -j Y\n-A A -j Z\nCOMMIT\n",
                "*nat\r\n:A - [0:0]\r\n-A A -j AB\r\n-A A\r\n\r\n-A AB -j X\r\nCOMMIT\r\n",
                "-P INPUT ACCEPT\n-N A\n-A A -j B\n-A A -j C\n-P INPUT ACCEPT\n-N A\n-A A -j D",
                "\uFEFF*nat\n:B - [0:0]\n:A - [0:0]\n:C - [0:0]\n:B - [0:0]\n-A C\n-A B\n-A B\n-A A\n-A B\n-A NEW\n-A A",
                "\uFEFF",
                "",
                "\n\n\n",
                "*nat\n:A\0B - [0:0]\n-A A\0-j X\n-A A -j Y\n-A \"A\" -j Y\n-A  A\n-A\n-A \n:\n: A -\n:\"A\" -\n\0\n",
                "*nat\n:A - [0:0]\n-A A -m comment --comment \"a\nb\" -j X\n-A A \\\n -j X\n  -A A\n[1:2] -A A\n-I A\n-A A\n",
                "*a\n:A -\n-A A\nCOMMIT\n*b\n:A -\n-A A\nCOMMIT\n-A A\n*c\n-A A\n# Warning: x\n#\n\u000b-A A\n-A A\u000b\n\n\u000b\n",
                "iptables -t nat -A A -j B\niptables -t nat -N A\nip6tables -A A\n-A A -j X\n-F A\n-A A\n-X A\n-N A\n-A A\n",
                "Chain A (1 references)\ntarget prot opt source destination\nB all -- 0.0.0.0/0 0.0.0.0/0\n\nChain B (0 references)\n",
                "*n\n:ÄÖ - [0:0]\n:\u0080 -\n-A ÄÖ -j X\n-A ÄÖÜ -j X\n-A ÄÖ -j X\n",
                "*n\n:1234567 -\n:12345678 -\n:123456789 -\n-A 1234567\n-A 12345678\n-A 123456789\n-A 12345678\n-A 1234567 \n"
            })
    void divisionsChangeNothing(String dump) {
        everyDivision(dump.getBytes(StandardCharsets.UTF_8));
        everyDivision(dump.replace("A ", LONG + " ").getBytes(StandardCharsets.UTF_8));
    }

    private static void everyDivision(byte[] dump) {
        for (int size = Long.BYTES; size < dump.length + 2 * Long.BYTES; size += Long.BYTES) {
            for (int words : new int[] {1, 2, 3, 64}) {
                check(dump, size, words);
            }
        }
    }

    @Test
    void divisionsChangeNothingInChangedDumps() {
        ForAll.forAll(TRIES, random -> HostileDumps.mutated(DUMPS, random), BlocksTest::someDivisions);
        ForAll.forAll(TRIES, random -> HostileDumps.flipped(DUMPS, random), BlocksTest::someDivisions);
        ForAll.forAll(TRIES, (Function<Random, byte[]>) HostileDumps::words, BlocksTest::someDivisions);
        ForAll.forAll(TRIES, (Function<Random, byte[]>) HostileDumps::bytes, BlocksTest::someDivisions);
    }

    @Test
    void theOrderOfNamesChangesNothing() {
        ForAll.forAll(TRIES, BlocksTest::named, BlocksTest::someDivisions);
    }

    /** Chains that are declared in the order of their names, or nearly so, and rules of them in any order. */
    private static byte[] named(Random random) {
        List<String> names = new ArrayList<>();
        for (int i = random.nextInt(200); i >= 0; i--) {
            names.add("KUBE-".substring(random.nextInt(6))
                    + Long.toString(random.nextLong(1L << random.nextInt(1, 60)), 36));
        }
        Collections.sort(names);
        for (int i = random.nextInt(4) * random.nextInt(4); i > 0; i--) {
            Collections.swap(names, random.nextInt(names.size()), random.nextInt(names.size()));
        }
        StringBuilder dump = new StringBuilder("*nat\n");
        names.forEach(name -> dump.append(':').append(name).append(" - [0:0]\n"));
        for (int i = 0; i < 300; i++) {
            int at = random.nextInt(3) > 0 ? Math.min(i, names.size() - 1) : random.nextInt(names.size());
            String name = random.nextInt(20) > 0 ? names.get(at) : "NEW" + i;
            dump.append("-A ").append(name).append(" -j RETURN\n".repeat(random.nextInt(50) > 0 ? 1 : 0));
        }
        return dump.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void someDivisions(byte[] dump) {
        Random random = new Random(dump.length);
        check(dump, 1 << 20, BlockScan.MOST_WORDS);
        for (int i = 0; i < 4; i++) {
            check(dump, Long.BYTES * (1 + random.nextInt(1 + dump.length / Long.BYTES)), 1 + random.nextInt(40));
        }
    }

    private static void check(byte[] dump, int size, int words) {
        SourceText source = new SourceText("x.rules", Bytes.of(dump));
        assertThat(IndexAccount.of(IndexAccount.inBlocks(source, size, words)))
                .as("blocks of %d bytes, windows of %d words", size, words)
                .isEqualTo(IndexAccount.of(IndexAccount.lineByLine(source)));
    }
}
