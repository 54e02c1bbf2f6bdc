package kubenat;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kubenat.testing.SourceSizes;
import kubenat.testing.SourceSizes.Size;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sizes that keep a file readable in one go. The table is in {@code target/sizes.txt}, and CI prints it. */
class SizesTest {
    private static SourceSizes sizes = new SourceSizes(List.of(), List.of());

    @BeforeAll
    static void measure() throws IOException {
        sizes = SourceSizes.below(Path.of("src/main/java"));
        Files.writeString(Path.of("target/sizes.txt"), table(sizes));
    }

    @Test
    void noFileIsLongerThan400Lines() {
        assertThat(sizes.files()).allMatch(file -> file.lines() <= 400, "has at most 400 lines");
    }

    @Test
    void noMethodIsLongerThan60Lines() {
        assertThat(sizes.methods()).allMatch(method -> method.lines() <= 60, "has at most 60 lines");
    }

    @Test
    void halfOfTheFilesHaveAtMost80LinesAndNineOfTen200() {
        assertThat(sizes.filesPercentile(50)).as(table(sizes)).isLessThanOrEqualTo(80);
        assertThat(sizes.filesPercentile(90)).as(table(sizes)).isLessThanOrEqualTo(200);
    }

    @Test
    void aMethodIsMeasuredFromItsFirstLineToItsLast(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("A.java"), """
                class A {
                    /** Not counted. */
                    int two() {
                        return 2; }

                    @Deprecated
                    void four() {
                        two();
                    }
                }
                """);

        SourceSizes measured = SourceSizes.below(folder);

        assertThat(measured.files()).containsExactly(new Size("A.java", 10));
        assertThat(measured.methods()).containsExactly(new Size("A.java four", 4), new Size("A.java two", 2));
    }

    private static String table(SourceSizes sizes) {
        int lines = sizes.files().stream().mapToInt(Size::lines).sum();
        return """
                src/main/java: %d files, %d lines; median %d, 9 of 10 at most %d
                longest files
                %s
                longest methods
                %s
                """.formatted(
                        sizes.files().size(),
                        lines,
                        sizes.filesPercentile(50),
                        sizes.filesPercentile(90),
                        top(sizes.files()),
                        top(sizes.methods()));
    }

    private static String top(List<Size> sizes) {
        return sizes.stream().limit(10).map(Size::toString).collect(joining("\n"));
    }
}
