package kubenat.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class SharedFilesTest {
    @TempDir
    private Path folder;

    @Test
    void findsAFileThatIsThere() throws IOException {
        Files.writeString(folder.resolve("rows.tsv"), "row\n");

        assertThat(SharedFiles.at(folder, "rows.tsv")).hasContent("row\n");
    }

    @Test
    void skipsTheTestAndSaysWhyWhenAFileIsAbsent() {
        assertThatThrownBy(() -> SharedFiles.at(folder, "rows.tsv"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("skipped: there is no")
                .hasMessageContaining("rows.tsv");
    }
}
