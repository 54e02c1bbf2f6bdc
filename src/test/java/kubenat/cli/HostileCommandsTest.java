package kubenat.cli;

import static java.time.Duration.ofSeconds;
import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import kubenat.testing.HostileDumps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a dump holds, each command answers, or says why not: it never fails by a fault of its own. */
class HostileCommandsTest {
    private static final List<byte[]> SAMPLES = HostileDumps.in(Path.of("samples"));
    private static final int TRIES = 40;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace --dst 10.0.0.1:80",
                "trace --dst 30.0.1.180:31248 -o json",
                "services",
                "graph --all -o dot",
                "fmt",
                "lint"
            })
    void answersOrRefuses(String command) {
        check(HostileDumps::bytes, command);
        check(HostileDumps::characters, command);
        check(HostileDumps::words, command);
        check(random -> HostileDumps.flipped(SAMPLES, random), command);
        check(random -> HostileDumps.mutated(SAMPLES, random), command);
    }

    private static void check(Function<Random, byte[]> dumps, String command) {
        forAll(TRIES, dumps, dump -> {
            CommandRun run =
                    assertTimeoutPreemptively(ofSeconds(60), () -> CommandRun.withInput(dump, command.split(" ")));

            assertThat(run.exitCode()).as(run.err()).isBetween(0, 3);
        });
    }
}
