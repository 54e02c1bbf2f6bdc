package kubenat.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares output with the file that a person has judged; {@code -Dgolden.update=true} writes the file anew. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Fails unless {@code actual} is what the golden file at {@code path} holds, such as {@code trace/cluster-ip.dot}. */
    public static void assertMatches(String path, String actual) {
        assertMatches(FOLDER.resolve(path), actual, Boolean.getBoolean("golden.update"));
    }

    /** The same for a file of the repository that is made from others, such as a page of the docs. */
    public static void assertFile(Path made, String actual) {
        assertMatches(made, actual, Boolean.getBoolean("golden.update"));
    }

    static void assertMatches(Path golden, String actual, boolean update) {
        try {
            if (update) {
                Files.createDirectories(golden.toAbsolutePath().getParent());
                Files.writeString(golden, actual);
            } else if (Files.notExists(golden)) {
                fail("%s does not exist; -Dgolden.update=true writes it:\n%s", golden, actual);
            }
            assertThat(actual)
                    .as("%s (-Dgolden.update=true rewrites it; then read the diff)", golden)
                    .isEqualTo(Files.readString(golden));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
