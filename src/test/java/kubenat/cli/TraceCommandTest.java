package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kubenat.testing.Golden;
import kubenat.testing.JsonSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceCommandTest {
    private static final String NODEPORT = "samples/nodeport.rules";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # golden file        | exit | arguments
            nodeport.txt         | 0 | --dst 30.0.1.180:31248 samples/nodeport.rules
            nodeport-wide.txt    | 0 | --dst 30.0.1.180:31248 -o wide samples/nodeport.rules
            nodeport.json        | 0 | --dst 30.0.1.180:31248 -o json samples/nodeport.rules
            nodeport-explain.txt | 0 | --dst 30.0.1.180:31248 --explain --from outside samples/nodeport.rules
            explain.json         | 1 | --dst 10.96.40.4:80 --from pod --explain -o json samples/no-endpoints.rules
            reply.json           | 0 | --dst 10.106.113.156:80 --from outside,pod,endpoint -o json samples/nodeport.rules
            local-policy-node.txt | 0 | --dst 203.0.113.81:443 --from node samples/local-policy.rules
            nodeport-colour.txt  | 0 | --dst 30.0.1.180:31248 --color always --ascii samples/nodeport.rules
            cluster-ip.txt       | 0 | --dst 10.106.113.156:80 samples/nodeport.rules
            cut.txt              | 0 | --dst 10.97.122.105:80 samples/blog-cut.rules
            other-port.txt       | 0 | --dst 10.97.122.105:81 --src 10.244.1.9 samples/nodeport.rules
            rejected.txt         | 1 | --dst 10.96.40.4:80 samples/no-endpoints.rules
            rejected.json        | 1 | --dst 10.96.40.4:80 --from pod -o json samples/no-endpoints.rules
            policy-drop.txt      | 0 | --dst 10.96.31.2:80 samples/forward-drop.rules
            policy-drop-pod.txt  | 1 | --dst 10.96.31.2:80 --src 10.244.1.9 samples/forward-drop.rules
            source-ranges.txt    | 0 | --dst 203.0.113.80:443 samples/load-balancer.rules
            affinity.txt         | 0 | --dst 10.96.60.6:80 --from outside samples/affinity.rules
            ipv6.txt             | 0 | --dst [fd00:10:96::31]:80 --from outside samples/ipv6.rules
            source-kept.txt      | 0 | --dst 172.17.0.1:8080 --in eth0 --src 198.51.100.7 samples/docker.rules
            counters.txt         | 0 | --dst shop/web --from outside samples/counters.rules
            counters-affinity.txt | 0 | --dst shop/session --from pod samples/counters.rules
            counters.json        | 0 | --dst kube-system/kube-dns:dns --from pod -o json samples/counters.rules
            any-nodeport.txt     | 0 | --dst :31248 --from outside samples/nodeport.rules
            any-port.txt         | 0 | --dst 30.0.1.180 --from outside,node samples/nodeport.rules
            """)
    void answersAsTheGoldenFileSays(String golden, int exitCode, String arguments) {
        CommandRun run = CommandRun.of(words("trace " + arguments));

        assertThat(run.err()).isEmpty();
        Golden.assertMatches("cli/trace/" + golden, run.out());
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # arguments                                              | first line
            --dst default/httpd-app                                  | tcp → 10.106.113.156:80 is default/httpd-app (ClusterIP): to 10.244.1.2:80 and 10.244.2.2:80, 50 % each
            --dst kube-system/kube-dns:dns                           | udp → 10.96.0.10:53 is kube-system/kube-dns:dns (ClusterIP): to 10.244.0.2:53 and 10.244.0.3:53, 50 % each
            --dst kube-system/kube-dns:9153                          | tcp → 10.96.0.10:9153 is kube-system/kube-dns:metrics (ClusterIP): to 10.244.0.2:9153 and 10.244.0.3:9153, 50 % each
            --dst 10.96.0.10:53 --proto udp                          | udp → 10.96.0.10:53 is kube-system/kube-dns:dns (ClusterIP): to 10.244.0.2:53 and 10.244.0.3:53, 50 % each
            --dst 10.96.0.1:443                                      | tcp → 10.96.0.1:443 is default/kubernetes:https (ClusterIP): to 30.0.1.180:6443
            --dst :31248 --local 30.0.1.180                          | tcp → 30.0.1.180:31248 is default/httpd-app (NodePort): to 10.244.1.2:80 and 10.244.2.2:80, 50 % each
            --dst 30.0.1.180:31248 --local 30.0.1.181                | tcp → 30.0.1.180:31248: not translated
            --dst 10.106.113.156:80 --ctstate ESTABLISHED            | tcp → 10.106.113.156:80: not translated
            """)
    void findsWhatTheDestinationNames(String arguments, String firstLine) {
        CommandRun run = CommandRun.of(words("trace " + arguments + " " + NODEPORT));

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith(firstLine + "\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # arguments                                          | exit | message
            --dst 10.1.1.1:99999                                 | 2 | --dst 10.1.1.1:99999: not ADDRESS[:PORT], [IPV6]:PORT, :NODEPORT or NAMESPACE/SERVICE[:PORT]
            --dst nowhere                                        | 2 | --dst nowhere: not ADDRESS[:PORT], [IPV6]:PORT, :NODEPORT or NAMESPACE/SERVICE[:PORT]
            --dst default/htpd-app                               | 2 | --dst the dump has no Service default/htpd-app: did you mean default/httpd-app?
            --dst kube-system/kube-dns                           | 2 | --dst kube-system/kube-dns has several ports: did you mean kube-system/kube-dns:dns or kube-system/kube-dns:dns-tcp or kube-system/kube-dns:metrics?
            --dst 10.1.1.1:80 --src 10.0.0.0/40                  | 2 | --src 10.0.0.0/40: not ADDRESS[:PORT], [IPV6]:PORT or NETWORK/LENGTH
            --dst 10.1.1.1:80 --src fd00::1                      | 2 | --src fd00::1: not of the destination's address family
            --dst 10.1.1.1:80 --proto tpc                        | 2 | --proto tpc: not a protocol such as tcp, udp, sctp, icmp
            --dst 10.1.1.1:80 --proto icmp                       | 2 | --dst 10.1.1.1:80: icmp has no ports
            --dst :31248 --proto icmp                            | 2 | --dst :31248: icmp has no ports
            --dst 10.1.1.1 --src 10.1.1.2:9 --proto gre          | 2 | --src 10.1.1.2:9: gre has no ports
            --dst 10.1.1.1:80 --from pod,outsid                  | 2 | --from outsid: not outside, pod, endpoint or node
            --dst 10.1.1.1:80 --mark x                           | 2 | --mark x: not a mark such as 0x4000
            --dst 10.1.1.1:80 --ctstate OLD                      | 2 | --ctstate OLD: not NEW, ESTABLISHED, RELATED, INVALID or UNTRACKED
            --dst 10.1.1.1:80 --tcp-flags SNY                    | 2 | --tcp-flags SNY: not TCP flags such as SYN or SYN,ACK
            --dst 10.1.1.1:80 --ttl 256                          | 2 | --ttl 256: not a number from 0 to 255
            --dst 10.1.1.1:80 -o jsn                             | 2 | Invalid value for option '--output': jsn: not one of [text, wide, json, svg, png, html, dot, mermaid, d2]
            --dst 10.1.1.1:80 --local 10.1.1                     | 2 | Invalid value for option '--local' (ADDRESS): 10.1.1: not an address such as 10.0.0.5
            --dst 10.1.1.1:80 --pod-cidr 10/8                    | 2 | Invalid value for option '--pod-cidr' (NETWORK): 10/8: not a network such as 10.244.0.0/16
            --dst 10.1.1.1:80 --table nta                        | 2 | Invalid value for option '--table': nta: not raw, mangle, nat, filter or security
            --dst 10.1.1.1:80 --dst 10.1.1.2:80                  | 2 | option '--dst' should be specified only once
            --dst 10.1.1.1:80 --from pod --from outside          | 2 | option '--from' should be specified only once
            --dst 10.1.1.1:80 - -                                | 2 | - is given twice, and standard input can be read only once
            --src 10.1.1.1                                       | 2 | exactly one of --dst and --packets is needed
            --dst [fd00::1]:80                                   | 3 | samples/nodeport.rules: rules for IPv4 only, and the destination is IPv6
            --packets samples                                    | 3 | samples: is a directory
            --packets nope                                       | 3 | nope: no such file
            --packets nope --dst 10.1.1.1:80                     | 2 | exactly one of --dst and --packets is needed
            --dst 10.1.1.1:80 --output-file nope/x               | 3 | cannot write the output: nope/x: its folder is not there
            --dst 10.1.1.1:80 --output-file samples              | 3 | cannot write the output: samples: is a directory
            --dst 10.1.1.1:80 --addr nope                        | 3 | nope: no such file
            --dst 10.1.1.1:80 --route samples/docker.addr        | 3 | samples/docker.addr:1:1: not a route: 1: lo: <LOOPBACK,UP,LOWER_UP> mtu
            --dst 10.1.1.1:80 --rule samples/docker.addr         | 3 | samples/docker.addr:1:1: not a routing rule: 1: lo: <LOOPBACK,UP,LOWER_UP> mtu
            --dst 10.1.1.1:80 --sysctl samples/docker.addr       | 3 | samples/docker.addr:1:1: not a line of sysctl -a
            --dst 10.1.1.1:80 --ipset samples/nodeport.rules     | 3 | samples/nodeport.rules:2:1: not a line of ipset save: -P PREROUTING ACCEPT
            """)
    void saysWhatIsWrong(String arguments, int exitCode, String message) {
        CommandRun run = CommandRun.of(words("trace " + arguments + " " + NODEPORT));

        assertThat(run.err().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).startsWith("kube-nat: " + message));
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        CommandRun run = CommandRun.of("trace", "--dst", "10.1.1.1:80", "--frm", "pod", NODEPORT);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("""
                kube-nat: Unknown option: '--frm'
                Possible solutions: --from
                try: kube-nat trace --help
                """);
    }

    @Test
    void suggestsTheOptionWhoseLettersWereSwapped() {
        CommandRun run = CommandRun.of("trace", "--dts", "10.1.1.1:80", NODEPORT);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("""
                kube-nat: Unknown option: '--dts'
                Possible solutions: --dst
                try: kube-nat trace --help
                """);
    }

    @Test
    void warnsOfAnEndpointThatWouldAnswerItself() {
        String rules = """
                *nat
                -A PREROUTING -d 10.96.0.9/32 -p tcp --dport 80 -j DNAT --to-destination 10.244.1.2:80
                COMMIT
                """;

        CommandRun hairpin = CommandRun.withInput(rules, "trace", "--dst", "10.96.0.9:80", "--from", "endpoint");
        CommandRun node = CommandRun.withInput(rules, "trace", "--dst", "10.96.0.9:80", "--from", "node");

        assertThat(hairpin.out()).contains("reply      an endpoint that is sent to itself sees its own address");
        assertThat(node.out()).doesNotContain("reply ");
    }

    @Test
    void readsADumpFromStandardInput() throws IOException {
        String dump = Files.readString(Path.of(NODEPORT));

        CommandRun piped = CommandRun.withInput(dump, "trace", "--dst", "30.0.1.180:31248");
        CommandRun named = CommandRun.withInput(dump, "trace", "--dst", "30.0.1.180:31248", "-");

        assertThat(piped).isEqualTo(named).isEqualTo(CommandRun.of("trace", "--dst", "30.0.1.180:31248", NODEPORT));
    }

    @Test
    void namesTheLinesOfChainsOnTheWayThatItDoesNotUnderstand(@TempDir Path folder) throws IOException {
        Path dump = withLine(folder, "-A KUBE-NODEPORTS -p tcp --dpotr 99 -j 日本");

        CommandRun run = CommandRun.of("trace", "--dst", "30.0.1.180:31248", dump.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("nat KUBE-NODEPORTS, line 95: unknown option --dpotr\n");
    }

    @Test
    void refusesADumpThatItDoesNotUnderstandIfItIsTold(@TempDir Path folder) throws IOException {
        Path dump = withLine(folder, "-A KUBE-NODEPORTS -m comment --comment \"日本\" --dpotr 99 -j X");

        CommandRun run = CommandRun.of("trace", "--strict", "--dst", "30.0.1.180:31248", dump.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("""
                %s:95:45: error: unknown option --dpotr [SYN002]
                   |
                95 | -A KUBE-NODEPORTS -m comment --comment "日本" --dpotr 99 -j X
                   |                                               ^^^^^^^
                kube-nat: 1 line of 95 is not understood
                """.formatted(dump));
    }

    @Test
    void warnsOfLinesThatAreNoneOfADump(@TempDir Path folder) throws IOException {
        Path dump = withLine(folder, "wait, one more thing");

        CommandRun run = CommandRun.of("trace", "--dst", "30.0.1.180:31248", dump.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).startsWith(dump + ":95:1: error: expected a rule");
    }

    private static Path withLine(Path folder, String line) throws IOException {
        return Files.writeString(folder.resolve("a.rules"), Files.readString(Path.of(NODEPORT)) + line + "\n");
    }

    @Test
    void aServicesPortIsLeftOutWhereTheProtocolHasNone() {
        assertThat(CommandRun.of("trace", "--dst", "default/httpd-app", "--proto", "icmp", NODEPORT)
                        .out())
                .startsWith("icmp → 10.106.113.156: not translated\n");
    }

    @Test
    void jsonSaysOfARuleThatOnlySomePacketsMatchWithoutADifference() {
        CommandRun run =
                CommandRun.withInput("""
                *filter
                :FORWARD ACCEPT [0:0]
                -A FORWARD -s 198.51.100.0/24 -j LOG
                -A FORWARD -j LOG
                COMMIT
                """, "trace", "--dst", "203.0.113.9:80", "--from", "outside", "-o", "json", "-");

        JsonSchema.of("trace-v1.json").assertAccepts(run.out());
        assertThat(run.out().replaceAll("\\s+", ""))
                .containsPattern("\"rule\":1,\"line\":3,[^}]*\"some\":true}")
                .containsPattern("\"rule\":2,\"line\":4,[^}]*\"share\":1[.]0}");
    }

    @Test
    void answersManyPacketsInOrderAndGoesOnAfterABadLine() {
        CommandRun run = CommandRun.withInput("""
                {"id": 1, "destination": "10.96.0.1", "destinationPort": 443, "from": "pod"}
                {"id": "two", "destination": "nowhere"}

                {"id": 3}
                {"id": 4, "destination": "10.96.0.1:443", "prtocol": "udp"}
                {"id": 5, "destination": "10.96.0.1:443", "mark": 1.5}
                blah
                {"id": 7, "destination": "default/httpd-app"}
                """, "trace", "--packets", "-", NODEPORT);

        List<String> lines = run.out().lines().toList();
        JsonSchema schema = JsonSchema.of("trace-v1.json");
        Stream.of(0, 6).map(lines::get).forEach(schema::assertAccepts);
        assertThat(lines.get(0)).startsWith("{\"schema\":\"kube-nat/trace/v1\",\"id\":1,\"packet\":{");
        assertThat(lines.subList(1, 6))
                .containsExactly(
                        "{\"id\":\"two\",\"error\":\"destination nowhere: not ADDRESS[:PORT], [IPV6]:PORT, :NODEPORT or NAMESPACE/SERVICE[:PORT]\"}",
                        "{\"id\":3,\"error\":\"\\\"destination\\\" is missing\"}",
                        "{\"id\":4,\"error\":\"no such field: \\\"prtocol\\\"\"}",
                        "{\"id\":5,\"error\":\"\\\"mark\\\" is neither a text nor a whole number\"}",
                        "{\"id\":null,\"error\":\"not JSON at column 1: Unrecognized token 'blah': was expecting"
                                + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\"}");
        assertThat(lines.get(6)).contains("\"id\":7,", "\"service\":\"default/httpd-app\"");
        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void writesToAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("answer.txt");

        CommandRun run =
                CommandRun.of("trace", "--dst", "30.0.1.180:31248", "--output-file", file.toString(), NODEPORT);

        assertThat(run.out()).isEmpty();
        assertThat(file)
                .content()
                .isEqualTo(CommandRun.of("trace", "--dst", "30.0.1.180:31248", NODEPORT)
                        .out());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "30.0.1.180:31248, nodeport.rules",
        "10.97.122.105:80, blog-cut.rules",
        "10.97.122.105:81, nodeport.rules",
        "10.96.40.4:80, no-endpoints.rules",
        "10.96.31.2, forward-drop.rules",
        "203.0.113.80:443, load-balancer.rules",
        "[fd00:10:96::31]:80, ipv6.rules",
        "172.17.0.1:8080, docker.rules",
        "10.96.31.2:80, counters.rules"
    })
    void jsonIsAsTheSchemaHasIt(String destination, String sample) {
        for (String more : List.of("--strict", "--explain")) {
            CommandRun run = CommandRun.of("trace", "--dst", destination, "-o", "json", more, "samples/" + sample);

            JsonSchema.of("trace-v1.json").assertAccepts(run.out());
        }
    }

    private static String[] words(String line) {
        return Arrays.stream(line.split(" +")).toArray(String[]::new);
    }

    @Test
    void saysThatALoneRuleIsAPiece() {
        String rule = "-A KUBE-NODEPORTS -p tcp -m tcp --dport 31248 -j KUBE-EXT-47MZKVTVFE2WTG5V\n";

        CommandRun run = CommandRun.withInput(rule, "trace", "--dst", ":31248", "-");

        assertThat(run.out())
                .contains("the dump has no built-in chain of nat: which of its chains packets come to is not known");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # --dst            | hint
            :31249             | no Service in the dump has the NodePort 31249
            10.96.99.99:80     | no Service in the dump has the address 10.96.99.99
            """)
    void hintsAtWhatTheDumpLacks(String destination, String hint) {
        assertThat(CommandRun.of("trace", "--dst", destination, "samples/nodeport.rules")
                        .out())
                .contains(hint);
    }
}
