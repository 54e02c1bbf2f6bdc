package kubenat.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
    @TempDir
    private Path folder;

    @Test
    void passesWhenTheFileHoldsTheSame() throws IOException {
        Path golden = Files.writeString(folder.resolve("same.txt"), "a\nb\n");

        Golden.assertMatches(golden, "a\nb\n", false);
    }

    @Test
    void failsWhenTheFileHoldsSomethingElse() throws IOException {
        Path golden = Files.writeString(folder.resolve("other.txt"), "a\nb\n");

        assertThatThrownBy(() -> Golden.assertMatches(golden, "a\nc\n", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("other.txt");
    }

    @Test
    void failsWhenThereIsNoFile() {
        assertThatThrownBy(() -> Golden.assertMatches(folder.resolve("missing.txt"), "a\n", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("golden.update");
    }

    @Test
    void writesTheFileWhenAskedTo() {
        Path golden = folder.resolve("deep/new.txt");

        Golden.assertMatches(golden, "a\n", true);

        assertThat(golden).hasContent("a\n");
    }
}
