package kubenat.parse;

import static kubenat.testing.ForAll.forAll;

import java.nio.file.Path;
import java.util.List;
import kubenat.source.Bytes;
import kubenat.source.SourceText;
import kubenat.testing.HostileDumps;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text makes the reader throw anything but a DumpException, and every diagnostic points into the text. */
class HostileInputTest {
    private static final List<byte[]> SAMPLES = HostileDumps.in(Path.of("samples"));

    @Test
    void readsRandomBytes() {
        forAll(HostileDumps::bytes, HostileInputTest::read);
    }

    @Test
    void readsRandomCharacters() {
        forAll(HostileDumps::characters, HostileInputTest::read);
    }

    @Test
    void readsRandomWordsOfRules() {
        forAll(2000, HostileDumps::words, HostileInputTest::read);
    }

    @Test
    void readsASampleWithSomeBytesChanged() {
        forAll(random -> HostileDumps.flipped(SAMPLES, random), HostileInputTest::read);
    }

    @Test
    void readsASampleWithSomeLinesMutated() {
        forAll(1000, random -> HostileDumps.mutated(SAMPLES, random), HostileInputTest::read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "odd", "extensions", "thirdparty"})
    void readsTheCorpusWithSomeLinesMutated(String folder) {
        List<byte[]> corpus = HostileDumps.in(SharedFiles.at("corpus/" + folder));

        forAll(300, random -> HostileDumps.mutated(corpus, random), HostileInputTest::read);
    }

    @Test
    void readsVeryLongLines() {
        String comment = "x".repeat(1 << 16);

        read(SourceText.of("dump", "*nat\n-A X -m comment --comment \"%s\" -j Y\n".formatted(comment)));
        read(SourceText.of("dump", "*nat\n-A X %s\n".formatted("! -s 1,2 ".repeat(8000))));
        read(SourceText.of("dump", "*nat\n-A X -s %s -d %s -j Y\n".formatted("1,".repeat(9000), "1,".repeat(9000))));
        read(SourceText.of("dump", "*nat\n-A %s -j Y\n".formatted(comment)));
        read(SourceText.of(
                "dump",
                "*nat\n-A X --comment %s -j Y\n*%s\n%s".formatted(comment.repeat(20), comment, comment.repeat(20))));
    }

    private static void read(byte[] content) {
        read(new SourceText("dump", Bytes.of(content)));
    }

    private static void read(SourceText source) {
        Reading.assertSound(source);
    }
}
