package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kubenat.testing.JsonSchema;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Endpoints of garbled DNAT rules, in every command and format that shows them. */
class RecoveredEndpointsTest {
    private static final String BUG22 = "corpus/cases/bug22-dnat-unsupported-revision.rules";
    private static final String CILIUM = "corpus/thirdparty/t-cilium-ipvs-garbled-nat.rules";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # command                                     | first                          | second
            services                                      | 10.244.1.27:9153 (recovered)   | 10.244.1.40:3306 (recovered)
            trace --dst 10.96.7.7:80 --from outside       | 10.244.1.27:9153 (recovered)   | 10.244.1.40:3306 (recovered)
            trace --dst 10.96.7.7:80 -o dot               | 10.244.1.27:9153 (recovered)   | 10.244.1.40:3306 (recovered)
            """)
    void bothEndpointsAreMarkedAsRecovered(String command, String first, String second) {
        CommandRun run = run(command, BUG22);

        assertThat(run.out()).contains(first, second).contains("(recovered)");
        assertThat(run.out().replaceAll("--to-destination 0\\.0\\.0\\.0:0", "the dump's own words"))
                .doesNotContain("0.0.0.0:0");
    }

    @Test
    void thePictureSaysIt() {
        CommandRun run = run("graph --dst 10.96.7.7:80", BUG22);

        assertThat(run.out()).contains("10.244.1.27:9153", "10.244.1.40:3306", "recovered)");
    }

    @Test
    void jsonSaysWhichAreRecovered() {
        CommandRun run = run("trace --dst 10.96.7.7:80 --from outside -o json", BUG22);

        assertThat(run.out())
                .contains("\"endpoint\" : \"10.244.1.27:9153\",", "\"endpoint\" : \"10.244.1.40:3306\",")
                .contains("\"endpointState\" : \"recovered\"");
        JsonSchema.of("trace-v1.json").assertAccepts(run.out());
    }

    @Test
    void allSevenOfAnOlderListingAreRecovered() {
        CommandRun run = run("services -o json", CILIUM);

        assertThat(run.out().split("\"state\" : \"recovered\"", -1)).hasSize(1 + 7);
        assertThat(run.out()).doesNotContain("unreadable", "0.0.0.0");
    }

    private static CommandRun run(String command, String dump) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.add(SharedFiles.at(dump).toString());
        return CommandRun.of(words.toArray(String[]::new));
    }
}
