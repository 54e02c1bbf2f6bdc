package kubenat.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import kubenat.testing.Archives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivesTest {
    private static final String DUMP = "*nat\n-A PREROUTING -j X\nCOMMIT\n";
    private static final String LONG = "node/" + "long-name-".repeat(20) + "日本.rules";

    @Test
    void unpacksZstd() throws Exception {
        byte[] twice = DUMP.repeat(20_000).getBytes(UTF_8);

        assertThat(read(Archives.packed("zst", twice)).texts().get(0).bytes().copy(0, twice.length))
                .isEqualTo(twice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gz", "xz", "zst"})
    void readsTheFilesOfAnArchive(String how) throws Exception {
        SourceFiles files = read(Archives.packed(how, Archives.tar(files())));

        assertThat(files.isArchive()).isTrue();
        assertThat(files.texts())
                .extracting(SourceText::name)
                .containsExactly("<stdin>!node/nat.rules", "<stdin>!filter.gz", "<stdin>!" + LONG);
        assertThat(files.texts()).allSatisfy(text -> assertThat(text.line(2)).isEqualTo("-A PREROUTING -j X"));
        assertThat(files.skipped())
                .extracting(SourceFiles.Skipped::toString)
                .containsExactly(
                        "Skipped[name=core, why=a program]",
                        "Skipped[name=none, why=empty]",
                        "Skipped[name=bad\uFFFD[2J.gz, why=damaged gzip]",
                        "Skipped[name=inner.tar, why=an archive itself]");
    }

    @Test
    void saysThatOneFileWasMeant() {
        assertThatThrownBy(() -> new SourceReader(new ByteArrayInputStream(Archives.tar(files()))).read("-"))
                .hasMessage("<stdin>: is an archive of several files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "xz", "zst", "tar"})
    void aDamagedFileIsRefusedInWords(String how) {
        byte[] content = how.equals("tar") ? Archives.tar(files()) : Archives.packed(how, DUMP.getBytes(UTF_8));

        forAll(300, random -> damaged(content, random), bytes -> {
            try {
                read(bytes);
            } catch (DumpException refused) {
                assertThat(refused.getMessage()).startsWith("<stdin>: ");
            }
        });
    }

    private static byte[] damaged(byte[] content, Random random) {
        byte[] damaged = Arrays.copyOf(content, 1 + random.nextInt(content.length));
        for (int i = random.nextInt(5); i > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private static SourceFiles read(byte[] content) throws DumpException {
        return new SourceReader(new ByteArrayInputStream(content)).open("-");
    }

    private static Map<String, byte[]> files() {
        byte[] dump = DUMP.getBytes(UTF_8);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("./node/", new byte[0]);
        files.put("./node/nat.rules", dump);
        files.put("core", new byte[] {0x7f, 'E', 'L', 'F', 0});
        files.put("filter.gz", Archives.packed("gz", dump));
        files.put("none", new byte[0]);
        files.put("bad\u001b[2J.gz", new byte[] {0x1f, (byte) 0x8b, 0, 0});
        files.put("inner.tar", Archives.tar(Map.of("a", dump)));
        files.put(LONG, dump);
        return files;
    }
}
