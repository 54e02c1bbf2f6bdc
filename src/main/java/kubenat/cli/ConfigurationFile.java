package kubenat.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import kubenat.lint.settings.Baseline;
import kubenat.lint.settings.Configuration;
import kubenat.lint.settings.ConfigurationReader;
import kubenat.source.Bytes;
import kubenat.source.DumpException;
import kubenat.source.SourceText;

/** A file with settings, and what it says. */
record ConfigurationFile(SourceText source, Configuration configuration) {
    private static final String NAME = ".kube-nat.yaml";

    /** The one of the working directory, or else of the nearest folder above it. */
    static Optional<ConfigurationFile> find() throws DumpException {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(NAME);
            if (Files.isRegularFile(file)) {
                return Optional.of(read(here.relativize(file)));
            }
        }
        return Optional.empty();
    }

    static ConfigurationFile read(Path path) throws DumpException {
        SourceText source = new SourceText(path.toString(), Bytes.of(bytes(path)));
        return new ConfigurationFile(source, ConfigurationReader.read(source));
    }

    /** The file of the baseline that it names, seen from the folder that it lies in. */
    Optional<Path> baseline() {
        return configuration.baseline().map(name -> Path.of(source.name()).resolveSibling(name));
    }

    static Baseline baseline(Path path) throws DumpException {
        return Baseline.read(path.toString(), new String(bytes(path), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Path path) throws DumpException {
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException missing) {
            throw new DumpException(path + ": no such file");
        } catch (IOException unread) {
            throw new DumpException("%s: cannot be read: %s".formatted(path, unread.getMessage()));
        }
    }
}
