package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kubenat.testing.Golden;
import kubenat.testing.JsonSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesCommandTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "blog-cut.txt, text, blog-cut.rules",
        "no-endpoints.txt, text, no-endpoints.rules",
        "local-policy.txt, text, local-policy.rules",
        "local-policy-wide.txt, wide, local-policy.rules",
        "load-balancer.txt, text, load-balancer.rules",
        "affinity.json, json, affinity.rules",
        "counters.txt, text, counters.rules",
        "counters-wide.txt, wide, counters.rules",
        "counters.json, json, counters.rules",
        "ipv6.txt, text, ipv6.rules"
    })
    void listsAsTheGoldenFileSays(String golden, String format, String sample) {
        CommandRun run = CommandRun.of("services", "-o", format, "samples/" + sample);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        Golden.assertMatches("cli/services/" + golden, run.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blog-cut",
                "no-endpoints",
                "local-policy",
                "load-balancer",
                "affinity",
                "ipv6",
                "docker",
                "counters"
            })
    void jsonIsAsTheSchemaHasIt(String sample) {
        CommandRun run = CommandRun.of("services", "-o", "json", "samples/" + sample + ".rules");

        JsonSchema.of("services-v1.json").assertAccepts(run.out());
    }

    @Test
    void saysThatThereAreNone() {
        CommandRun run = CommandRun.of("services", "samples/docker.rules");

        assertThat(run.err()).isEqualTo("kube-nat: there is no Service in the dump\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void saysWhereTheFileOfServicesIsNoJson(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("c.json"), "{\"kind\": \"List\",\n \"items\": [5]}\n");

        CommandRun run = CommandRun.of("services", "--services", file.toString(), "samples/ipv6.rules");

        assertThat(run.err()).startsWith("kube-nat: " + file + ":2:12: expected an object, found a number\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void namesWhatHasNoComment(@TempDir Path folder) throws IOException {
        Path dump = Files.writeString(folder.resolve("nat.rules"), """
                *nat
                :KUBE-SERVICES - [0:0]
                :KUBE-SVC-47MZKVTVFE2WTG5V - [0:0]
                -A KUBE-SERVICES -d 10.106.113.156/32 -p tcp -m tcp --dport 80 -j KUBE-SVC-47MZKVTVFE2WTG5V
                COMMIT
                """);
        Path file = Files.writeString(folder.resolve("c.json"), """
                {"kind": "Service", "metadata": {"name": "httpd-app", "namespace": "default"},
                 "spec": {"clusterIP": "10.106.113.156", "ports": [{"port": 80}]}}
                """);

        CommandRun run = CommandRun.of("services", "-o", "json", "--services", file.toString(), dump.toString());

        assertThat(run.out())
                .contains("\"name\" : \"default/httpd-app\"", "\"proof\" : \"proved\"")
                .contains(file + " names 1 of 1 chains by their hashes");
        JsonSchema.of("services-v1.json").assertAccepts(run.out());
    }

    @Test
    void listsBothAddressFamilies() {
        CommandRun run = CommandRun.of("services", "samples/ipv6.rules", "samples/cluster-ip.rules");

        assertThat(run.out()).containsSubsequence("10.96.14.7:80", "[fd00:10:96::31]:80");
    }

    @Test
    void namesTheLinesThatItDoesNotUnderstand(@TempDir Path folder) throws IOException {
        Path dump = Files.writeString(
                folder.resolve("a.rules"),
                Files.readString(Path.of("samples/nodeport.rules"))
                        + "-A KUBE-SVC-47MZKVTVFE2WTG5V --probabilty 0.5 -j KUBE-SEP-X\n");

        CommandRun run = CommandRun.of("services", dump.toString());

        assertThat(run.err()).startsWith(dump + ":95:30: error: unknown option --probabilty");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    }
}
