package kubenat.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Data that lies beside the repository, in {@code ../shared}, and is not copied into it; a test is skipped where it is absent. */
public final class SharedFiles {
    private static final Path FOLDER = Path.of("../shared");

    private SharedFiles() {}

    /** The file or folder at {@code path}, such as {@code corpus/EXPECT.tsv}; skips the running test if there is none. */
    public static Path at(String path) {
        return at(FOLDER, path);
    }

    static Path at(Path folder, String path) {
        Path file = folder.resolve(path);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
        return file;
    }
}
