package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kubenat.testing.JsonSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lint makes of what is given beside a dump. */
class LintEvidenceTest {
    private static final String DUMP = "samples/cluster-ip.rules";
    private static final String NEW_SERVICE = """
            {"kind": "List", "items": [
            {"kind": "Service", "metadata": {"namespace": "default", "name": "kubernetes"},
             "spec": {"clusterIP": "10.96.0.1", "ports": [{"name": "https", "port": 443}]}},
            {"kind": "Service", "metadata": {"namespace": "shop", "name": "cart"},
             "spec": {"clusterIP": "10.96.14.7", "ports": [{"name": "http", "port": 80}]}},
            {"kind": "Service", "metadata": {"namespace": "default", "name": "new"},
             "spec": {"clusterIP": "10.96.9.9", "ports": [{"port": 80}]}}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void whatTheApiMayTellIsNotCheckedWithoutIt() {
        CommandRun run = CommandRun.of("lint", DUMP);

        assertThat(run.out()).contains("KN138", "needs the cluster's Services (--api)");
    }

    @ParameterizedTest(name = "-o {0}")
    @CsvSource({"text", "json", "sarif", "github", "gitlab", "junit", "checkstyle"})
    void everyFormatPointsIntoTheListing(String format) throws IOException {
        Path api = Files.writeString(folder.resolve("c.json"), NEW_SERVICE);

        CommandRun run = CommandRun.of("lint", "--select", "KN138", "-o", format, "--api", api.toString(), DUMP);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out()).contains("c.json", "default/new (10.96.9.9) has no rules");
    }

    @Test
    void jsonIsAsItsSchemaSays() throws IOException {
        Path api = Files.writeString(folder.resolve("c.json"), NEW_SERVICE);

        CommandRun run = CommandRun.of("lint", "-o", "json", "--api", api.toString(), DUMP);

        JsonSchema.of("lint-v1.json").assertAccepts(run.out());
    }

    @Test
    void aListingThatIsNoJsonIsSaidWithItsPlace() throws IOException {
        Path api = Files.writeString(folder.resolve("c.json"), "{\"kind\": \"List\",\n \"items\": [5]}\n");

        CommandRun run = CommandRun.of("lint", "--api", api.toString(), DUMP);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).startsWith("kube-nat: " + api + ":2:12: expected an object, found a number\n");
    }

    @Test
    void theListingOfAnotherClusterIsSaidOnce() throws IOException {
        Path api = Files.writeString(folder.resolve("c.json"), NEW_SERVICE.replace("10.96.14.7", "10.43.0.7"));

        CommandRun run = CommandRun.of("lint", "--select", "KN13*", "--api", api.toString(), DUMP);

        assertThat(run.out()).contains("the listing is of another cluster").contains("\n1 error, 0 warnings");
    }

    @Test
    void manyServicesThatDifferAreOneFinding() throws IOException {
        StringBuilder items = new StringBuilder("{\"kind\": \"List\", \"items\": [\n");
        for (int i = 0; i < 400; i++) {
            items.append("{\"kind\": \"Service\", \"metadata\": {\"namespace\": \"kube-system\", \"name\": \"s%d\"}, "
                    .formatted(i));
            items.append(
                    "\"spec\": {\"clusterIP\": \"10.97.0.%d\", \"ports\": [{\"port\": %d}]}},\n".formatted(i % 250, i));
        }
        Path api = Files.writeString(folder.resolve("c.json"), items.substring(0, items.length() - 2) + "]}\n");

        CommandRun run = CommandRun.of("lint", "--select", "KN138", "--api", api.toString(), DUMP);

        assertThat(run.out()).contains("400 of 40", "Services of " + api + " have no rules here", "1 error, 0 warn");
    }

    @Test
    void linesThatAreNoConnectionsAreCounted() throws IOException {
        Path file = Files.writeString(
                folder.resolve("ct.txt"),
                "udp 17 29 src=10.244.1.30 dst=10.96.14.7 sport=5 dport=53 src=10.96.14.7 dst=10.244.1.30 sport=53 dport=5\nwhat\nis\n");

        CommandRun run = CommandRun.of("lint", "--select", "KN142", "--conntrack", file.toString(), DUMP);

        assertThat(run.err()).isEqualTo("kube-nat: %s:2:1: no entry of conntrack -L, and 1 more\n".formatted(file));
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void whatHasNoConnectionIsUnreadable() throws IOException {
        Path file = Files.writeString(folder.resolve("ct.txt"), "*nat\n");

        CommandRun run = CommandRun.of("lint", "--conntrack", file.toString(), DUMP);

        assertThat(run.err()).startsWith("kube-nat: %s:1:1: not an entry of conntrack -L\n".formatted(file));
        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void settingsWithoutAFilterAreNotEnough() throws IOException {
        Path file = Files.writeString(folder.resolve("s.txt"), "net.ipv4.ip_forward = 1\nwhat\n");

        CommandRun run = CommandRun.of("lint", "--select", "KN146", "--sysctl", file.toString(), DUMP);

        assertThat(run.err()).isEqualTo("kube-nat: %s:2:1: no line of sysctl -a\n".formatted(file));
        assertThat(run.out()).contains("KN146", "needs", "rp_filter settings (sysctl -a: --sysctl)");
    }

    @Test
    void aStrictFilterIsSaidWhereItStands() throws IOException {
        Path addr = Files.writeString(folder.resolve("addr"), """
                2: eth0: <UP> mtu 1500
                    inet 10.244.1.1/16 brd 10.244.255.255 scope global eth0
                """);
        Path route = Files.writeString(
                folder.resolve("route"),
                "10.244.0.0/16 dev eth1 scope link metric 5\n10.244.0.0/16 dev eth0 scope link metric 9\n");
        Path file = Files.writeString(
                folder.resolve("s.txt"), "net.ipv4.conf.all.rp_filter = 0\nnet.ipv4.conf.eth0.rp_filter = 1\n");

        CommandRun run = CommandRun.of(
                "lint",
                "--select",
                "KN146",
                "--fail-on",
                "info",
                "--addr",
                addr.toString(),
                "--route",
                route.toString(),
                "--sysctl",
                file.toString(),
                DUMP);

        assertThat(run.out())
                .contains(file + ":2:1: info: possibly: packets from endpoint 10.244.", " come in by eth0 are dropped");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"--node", "--conntrack", "--sockets", "--nft", "--sysctl", "--addr", "--route", "--rule", "--ipset"})
    void whatIsOfOneNodeIsNotOfEachOfSeveral(String option) {
        CommandRun run = CommandRun.of("lint", "--each", option, "n1", DUMP, "samples/nodeport.rules");

        assertThat(run.err()).startsWith("kube-nat: %s: is of one node, and --each has several".formatted(option));
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whatIsOfTheClusterIsOfEachNode() {
        CommandRun run = CommandRun.of(
                "lint", "--each", "--fail-on", "never", "--pod-cidr", "10.244.0.0/16", DUMP, "samples/nodeport.rules");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    }

    @ParameterizedTest(name = "--max-rules {0}")
    @CsvSource({"-5, a count is not below 0", "many, many: not a count such as 20000"})
    void aCountIsNotBelowZero(String count, String message) {
        CommandRun run = CommandRun.of("lint", "--max-rules", count, DUMP);

        assertThat(run.err()).startsWith("kube-nat: Invalid value for option '--max-rules': " + message);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theCommandLineSaysWhatIsMuchAndTheFileWhereItDoesNot() throws IOException {
        Path file = Files.writeString(folder.resolve("c.yaml"), "max-rules: 3\n");
        String[] byFile = {"lint", "--select", "IPT029", "--config", file.toString(), DUMP};
        String[] byOption = {"lint", "--select", "IPT029", "--config", file.toString(), "--max-rules", "3000", DUMP};

        assertThat(CommandRun.of(byFile).out()).contains("IPT029 too-many-rules");
        assertThat(CommandRun.of(byOption).out()).doesNotContain("too-many-rules");
    }

    @Test
    void addressesAloneDoNotTellThatThereIsNoRoute() throws IOException {
        Path addr =
                Files.writeString(folder.resolve("addr"), "2: eth0: <UP>\n    inet 192.0.2.1/24 scope global eth0\n");

        CommandRun run = CommandRun.of("lint", "--select", "IPT027", "--addr", addr.toString(), DUMP);

        assertThat(run.out()).contains("IPT027", "needs both the node's addresses and its routes");
    }
}
