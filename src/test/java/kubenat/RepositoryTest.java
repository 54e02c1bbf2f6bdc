package kubenat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryTest {
    /** What {@code .gitignore} keeps out of the repository, and git's own folder. */
    private static final Set<String> OUTSIDE = Set.of(".git", ".idea", ".vscode", ".settings", "target");

    @ParameterizedTest(name = "no {0}")
    @CsvSource(delimiter = ';', textBlock = """
            # what               ; how it looks
            path of some machine ; (?<![\\w.~*-])/(work|root|home)/
            unfinished mark      ; \\b(TO[D]O|FIX[M]E)\\b
            host of a registry   ; \\b(repo1?[.]maven|deb[.]debian|registry[.]npmjs)\\b
            """)
    void noFileHolds(String what, String regex) throws IOException {
        Pattern pattern = Pattern.compile(regex);
        List<String> found = new ArrayList<>();

        for (Path file : files()) {
            text(file)
                    .ifPresent(text -> text.lines()
                            .filter(line -> pattern.matcher(line).find())
                            .forEach(line -> found.add(file + ": " + line)));
        }

        assertThat(found).as(what).isEmpty();
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(Path.of(""), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean outside = folder.getNameCount() == 1 && OUTSIDE.contains(folder.toString());
                return outside ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !OUTSIDE.contains(file.toString())) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** The text of a file; nothing if it is binary. */
    private static Optional<String> text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
