package kubenat.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kubenat.cli.CommandRun;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums of shares differ in the last digit with their order; that must be no difference in the text. */
class SharesInTreesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} endpoints")
    @ValueSource(ints = {3, 7, 11, 23, 30, 41, 50})
    void allOfManySharesAreOne(int endpoints) throws IOException {
        String rules = IntStream.range(0, endpoints)
                .mapToObj(i -> "-A PREROUTING -p tcp "
                        + (i == endpoints - 1
                                ? ""
                                : "-m statistic --mode random --probability %.11f ".formatted(1.0 / (endpoints - i)))
                        + "-j DNAT --to-destination 10.4.0.%d:80\n".formatted(i + 1))
                .collect(Collectors.joining());
        Path dump = Files.writeString(
                folder.resolve("shares.rules"),
                "*nat\n:PREROUTING ACCEPT\n:POSTROUTING ACCEPT\n:LAST - [0:0]\n" + rules
                        + "-A POSTROUTING -j LAST\n-A LAST -j MASQUERADE\nCOMMIT\n");

        String text = CommandRun.of("trace", "--dst", "10.0.0.1:80", "--from", "outside", dump.toString())
                .out();

        assertThat(text).contains("→ LAST: MASQUERADE");
    }
}
