package kubenat.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".rules"))
                                    .toList());
        }
    }

    @Test
    void firstLineSaysWhatTheSampleShows() {
        Map<String, String> shows = new LinkedHashMap<>();
        rows().forEach(row -> shows.putIfAbsent(row.file(), row.shows()));

        assertThat(shows).allSatisfy((file, text) -> assertThat(firstLine(file)).startsWith("# " + text));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void commandGivesTheAnswer(Row row) {
        String output = new ExampleShell().run(row.command());

        assertThat(row.quotes()).isNotEmpty();
        assertThat(output.replaceAll("\\s+", " "))
                .as("%s (the words set as code are the tool's, in this order)", row.command())
                .containsSubsequence(row.quotes().toList());
    }

    private static String firstLine(String file) {
        return Page.read(FOLDER.resolve(file)).text().lines().findFirst().orElse("");
    }
}
