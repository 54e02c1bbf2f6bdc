package kubenat.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kubenat.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeepTreeTest {
    private static final String NOTE = "deeper than 64 jumps: what follows stands one below the other, without levels";

    @TempDir
    private Path folder;

    private String trace(String rules, String... more) throws IOException {
        Path dump = Files.writeString(folder.resolve("deep.rules"), "*nat\n:PREROUTING ACCEPT\n" + rules + "COMMIT\n");
        String[] all = {"trace", "--dst", "10.0.0.1:80", "--from", "outside", dump.toString()};
        return CommandRun.of(
                        Stream.concat(Arrays.stream(all), Arrays.stream(more)).toArray(String[]::new))
                .out();
    }

    @ParameterizedTest(name = "{0} jumps")
    @CsvSource({"60, false", "100, true"})
    void saysWhereLevelsEnd(int jumps, boolean isDeep) throws IOException {
        String chains =
                IntStream.rangeClosed(1, jumps).mapToObj(i -> ":C" + i + " -\n").collect(Collectors.joining());
        String rules = IntStream.rangeClosed(1, jumps)
                .mapToObj(i -> "-A " + (i == 1 ? "PREROUTING" : "C" + (i - 1)) + " -j C" + i + "\n")
                .collect(Collectors.joining());

        String text = trace(chains + rules + "-A C" + jumps + " -p tcp -j DNAT --to-destination 10.0.0.2:80\n");

        assertThat(text.contains(NOTE)).as(text).isEqualTo(isDeep);
    }

    @Test
    void wideNamesAllConditionsOfARun() throws IOException {
        String rules = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "-A PREROUTING -d 10.9.0." + i + "/32 -p tcp -j DNAT --to-destination 10.0.0.2:80\n")
                .collect(Collectors.joining());

        assertThat(trace(rules, "--explain")).contains("one of 5 others").doesNotContain("10.9.0.8");
        assertThat(trace(rules, "--explain", "-o", "wide")).contains("10.9.0.8").doesNotContain("others");
    }
}
