package kubenat.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {
    private static final Path FOLDER = Path.of("samples");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| \\[(\\S+\\.rules)\\]\\(\\S+\\) \\| (.*?) \\| `(.*?)` \\| (.*?) \\|$");

    /** A row of the table in samples/README.md: file, what it shows, a command, its answer. */
    record Row(String file, String shows, String command, String answer) {
        /** The parts of the answer that are set as code: words of the tool's own. */
        Stream<String> quotes() {
            return Pattern.compile("`(.*?)`").matcher(answer).results().map(quote -> quote.group(1));
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static List<Row> rows() {
        String text = Page.read(FOLDER.resolve("README.md")).text();
        return ROW.matcher(text).results().map(SamplesTest::row).toList();
    }

    private static Row row(MatchResult cells) {
        return new Row(cells.group(1), cells.group(2), cells.group(3), cells.group(4));
    }

    @Test
    void tableHoldsEverySample() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(rows().stream().map(Row::file).distinct())
                    .containsExactlyInAnyOrderElementsOf(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".rules"))
                            .toList());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void firstLineSaysWhatTheSampleShows(Row row) throws IOException {
        String first = Files.readAllLines(FOLDER.resolve(row.file())).get(0);

        assertThat(first).startsWith("# " + row.shows());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void commandGivesTheAnswer(Row row) {
        String output = new ExampleShell().run(row.command());

        String squeezed = output.lines().map(String::strip).collect(joining("\n")).replaceAll(" +", " ");
        assertThat(squeezed).containsSubsequence(row.quotes().toList());
        assertThat(row.quotes()).isNotEmpty();
    }
}
