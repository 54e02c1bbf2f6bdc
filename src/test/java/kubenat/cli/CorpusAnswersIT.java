package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kubenat.testing.JsonSchema;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every dump that is at hand gets an answer in every format, or one clear line. */
class CorpusAnswersIT {
    private static final JsonSchema TRACE = JsonSchema.of("trace-v1.json");
    private static final JsonSchema SERVICES = JsonSchema.of("services-v1.json");
    private static final List<String> DESTINATIONS = List.of("192.168.1.1:30080", "[fd00::1]:80");

    static Stream<Path> dumps() throws IOException {
        try (Stream<Path> files = Files.walk(SharedFiles.at("corpus"))) {
            return files.filter(file -> file.toString().endsWith(".rules")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dumps")
    void isAnsweredOrRefusedInOneLine(Path dump) {
        for (String destination : DESTINATIONS) {
            CommandRun text = run("trace", "--dst", destination, "--explain", dump.toString());
            CommandRun json = run("trace", "--dst", destination, "-o", "json", dump.toString());

            assertThat(text.exitCode()).isEqualTo(json.exitCode());
            if (text.exitCode() <= ExitCode.FINDINGS) {
                assertThat(text.out()).contains("note       For new connections only");
                TRACE.assertAccepts(json.out());
            }
        }
        CommandRun services = run("services", "-o", "json", dump.toString());
        if (services.exitCode() == ExitCode.OK) {
            SERVICES.assertAccepts(services.out());
        }
    }

    private static CommandRun run(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exitCode()).as(run.err()).isIn(ExitCode.OK, ExitCode.FINDINGS, ExitCode.INPUT);
        return run;
    }
}
