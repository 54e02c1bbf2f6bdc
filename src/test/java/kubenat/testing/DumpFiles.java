package kubenat.testing;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kubenat.model.Ruleset;
import kubenat.parse.DumpReader;
import kubenat.source.DumpException;
import kubenat.source.SourceReader;
import org.junit.jupiter.api.DynamicTest;

/** Folders of dumps, a test for each file. */
public final class DumpFiles {
    private DumpFiles() {}

    /** One test for each dump of the folder, such as {@code samples}, which is shown every ruleset in it. */
    public static Stream<DynamicTest> each(Path folder, Consumer<Ruleset> test) throws IOException {
        return files(folder, ".rules")
                .map(file -> dynamicTest(
                        String.valueOf(file.getFileName()), () -> rulesets(file).forEach(test)));
    }

    /** The files of a folder whose names end so, in order. */
    public static Stream<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    public static List<Ruleset> rulesets(Path file) throws DumpException {
        return new DumpReader().readAll(List.of(new SourceReader(InputStream.nullInputStream()).read(file.toString())));
    }
}
