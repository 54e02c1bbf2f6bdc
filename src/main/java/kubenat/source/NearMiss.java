package kubenat.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The file that somebody meant who named one that is not there. */
final class NearMiss {
    private static final int MAX_FILES = 1000;
    private static final int MAX_EDITS = 2;

    private NearMiss() {}

    /** The file of the same folder whose name is at most two edits away. */
    static Optional<Path> of(Path missing) {
        Path folder = missing.getParent() == null ? Path.of("") : missing.getParent();
        Path name = missing.getFileName();
        if (name == null || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(MAX_FILES)
                    .filter(file -> edits(name, file) <= MAX_EDITS)
                    .min(Comparator.comparingInt((Path file) -> edits(name, file))
                            .thenComparing(Path::compareTo));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int edits(Path wanted, Path file) {
        return EditDistance.between(
                wanted.toString().toLowerCase(Locale.ROOT),
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT));
    }
}
