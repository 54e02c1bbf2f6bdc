package kubenat.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import kubenat.source.Bytes;
import kubenat.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dump that ends anywhere is read as far as it goes. */
class TruncationIT {
    @ParameterizedTest
    @ValueSource(strings = {"nodeport.rules", "blog-cut.rules", "docker.rules"})
    void readsADumpThatIsCutAtAnyByte(String sample) throws IOException {
        byte[] dump = Files.readAllBytes(Path.of("samples", sample));

        for (int length = 0; length <= dump.length; length++) {
            Reading.assertSound(new SourceText("dump", Bytes.of(Arrays.copyOf(dump, length))));
        }
    }
}
