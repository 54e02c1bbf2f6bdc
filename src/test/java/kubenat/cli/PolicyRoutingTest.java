package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What trace makes of routing rules and of the kernel's switches, which no dump shows. */
class PolicyRoutingTest {
    private static final String DUMP = """
            *mangle
            :PREROUTING ACCEPT [0:0]
            -A PREROUTING -s 10.1.0.0/16 -j MARK --set-mark 0x1
            COMMIT
            *nat
            :PREROUTING ACCEPT [0:0]
            :POSTROUTING ACCEPT [0:0]
            -A PREROUTING -d 10.96.0.1/32 -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.244.1.2:8080
            -A PREROUTING -d 192.0.2.10/32 -p tcp -m tcp --dport 81 -j DNAT --to-destination 127.0.0.1:8081
            -A POSTROUTING -o wg0 -j MASQUERADE
            COMMIT
            """;
    private static final String ADDR = """
            2: eth0: <UP> mtu 1500
                inet 192.0.2.10/24 brd 192.0.2.255 scope global eth0
            3: wg0: <UP> mtu 1500
                inet 10.8.0.1/24 scope global wg0
            """;
    private static final String ROUTES = """
            default via 192.0.2.1 dev eth0
            10.244.0.0/16 via 192.0.2.11 dev eth0
            192.0.2.0/24 dev eth0 scope link
            """;
    private static final String USUAL =
            "0: from all lookup local\n32766: from all lookup main\n32767: from all lookup default\n";

    @TempDir
    private Path folder;

    @Test
    void aMarkChoosesATable() throws IOException {
        CommandRun run = trace(
                "--src 10.1.2.3",
                "--rule",
                USUAL.replace("32766", "9: from all fwmark 0x1 lookup 7\n32766"),
                "--route",
                ROUTES + "10.244.0.0/16 dev wg0 table 7\n");

        assertThat(run.out()).contains("wg0").doesNotContain("eth0 ", "depends");
    }

    @Test
    void whoIsNotMarkedAsksTheMainTable() throws IOException {
        CommandRun run = trace(
                "--src 10.2.2.3",
                "--rule",
                USUAL.replace("32766", "9: from all fwmark 0x1 lookup 7\n32766"),
                "--route",
                ROUTES + "10.244.0.0/16 dev wg0 table 7\n");

        assertThat(run.out()).doesNotContain("wg0", "masqueraded");
    }

    @Test
    void whatATableHoldsThatWasNotGivenIsACondition() throws IOException {
        CommandRun run = trace(
                "--src 10.1.2.3",
                "--rule",
                USUAL.replace("32766", "9: from all fwmark 0x1 lookup 7\n32766"),
                "--route",
                ROUTES);

        assertThat(run.out()).contains("table 7 of ip route is for packets to 10.244.1.2");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            from all to 10.244.0.0/16 blackhole                   | by ip rule 9, is blackhole
            from 10.1.0.0/16 prohibit                             | icmp-admin-prohibited
            from all iif eth0 unreachable                         | icmp-net-unreachable
            not from 10.9.0.0/16 blackhole                        | by ip rule 9, is blackhole
            from all ipproto tcp dport 8080 blackhole             | ip rule 9 (ipproto tcp dport 8080) is for the packet
            """)
    void aRuleMayRefuse(String rule, String words) throws IOException {
        CommandRun run = trace(
                "--src 10.1.2.3 --in eth0",
                "--rule",
                USUAL.replace("32766", "9: " + rule + "\n32766"),
                "--route",
                ROUTES);

        assertThat(run.out()).contains(words);
    }

    @Test
    void aRuleMayStandBeforeTheNodesOwnAddresses() throws IOException {
        String rules = "9: from all fwmark 0x1 blackhole\n100: from all lookup local\n32766: from all lookup main\n";

        CommandRun run = run("--dst 192.0.2.10:82 --src 10.1.2.3", "--rule", rules, "--route", ROUTES);

        assertThat(run.out()).contains("by ip rule 9, is blackhole");
    }

    @Test
    void aTableMayDeliverWhatIsForOthers() throws IOException {
        CommandRun run = run(
                "--dst 10.96.0.9:80 --src 10.1.2.3",
                "--rule",
                USUAL.replace("32766", "9: from all fwmark 0x1 lookup 7\n32766"),
                "--route",
                ROUTES + "local default dev lo table 7\n");

        assertThat(run.out()).contains("this node");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aTableDeliversOnlyWhatIsSentToIt() throws IOException {
        CommandRun run = run(
                "--dst 10.96.0.9:80 --src 10.2.2.3",
                "--rule",
                USUAL.replace("32766", "9: from all fwmark 0x1 lookup 7\n32766"),
                "--route",
                ROUTES + "local default dev lo table 7\n");

        assertThat(run.out()).contains("to 10.96.0.9:80").doesNotContain("on this node");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"iif lo, true", "iif eth0, false"})
    void whatThisNodeSendsComesFromLo(String device, boolean isRefused) throws IOException {
        CommandRun run = trace(
                "--from node --src 192.0.2.10",
                "--rule",
                USUAL.replace("32766", "9: from all " + device + " to 10.96.0.0/12 blackhole\n32766"),
                "--route",
                ROUTES);

        assertThat(run.out().contains("blackhole")).as(run.out()).isEqualTo(isRefused);
    }

    @Test
    void routesThatOnlyRulesChooseAreNothingWithoutThese() throws IOException {
        CommandRun run = trace("--src 10.1.2.3", "--route", ROUTES + "10.244.0.0/16 dev wg0 table 7\n");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("a route of table 7, which only policy rules choose", "--rule FILE");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # sysctl                                                                                     | words
            net.ipv4.conf.all.route_localnet = 1                                                         | to 127.0.0.1:8081
            net.ipv4.conf.all.route_localnet = 0/net.ipv4.conf.default.route_localnet = 0                | without route_localnet
            net.ipv4.conf.all.route_localnet = 0/net.ipv4.conf.eth0.route_localnet = 1                   | to 127.0.0.1:8081
            net.ipv4.conf.all.route_localnet = 0/net.ipv4.conf.eth0.route_localnet = 0                   | without route_localnet
            net.ipv4.ip_forward = 1                                                                      | net.ipv4.conf.all.route_localnet is 1
            """)
    void aSwitchOfTheKernelDecides(String sysctl, String words) throws IOException {
        CommandRun run = run("--dst 192.0.2.10:81 --src 198.51.100.7 --in eth0", "--sysctl", sysctl.replace('/', '\n'));

        assertThat(run.out()).contains(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            net.ipv4.ip_forward = 0                                                      | net.ipv4.ip_forward is 0
            net.ipv4.conf.all.rp_filter = 0/net.ipv4.conf.wg0.rp_filter = 1              | rp_filter
            net.ipv4.conf.all.rp_filter = 1/net.ipv4.conf.wg0.rp_filter = 2              | to 10.244.1.2:8080
            net.ipv4.conf.all.rp_filter = 0/net.ipv4.conf.default.rp_filter = 1          | rp_filter
            """)
    void aSwitchOfTheKernelDropsWhatIsToBePassedOn(String sysctl, String words) throws IOException {
        CommandRun run = trace("--src 198.51.100.7 --in wg0", "--sysctl", sysctl.replace('/', '\n'), "--route", ROUTES);

        assertThat(run.out()).contains(words);
    }

    private CommandRun trace(String arguments, String... files) throws IOException {
        return run("--dst 10.96.0.1:80 " + arguments, files);
    }

    private CommandRun run(String arguments, String... files) throws IOException {
        List<String> all = new ArrayList<>(List.of("trace", "-o", "wide"));
        all.addAll(List.of(arguments.split(" ")));
        all.add("--addr");
        all.add(Files.writeString(folder.resolve("addr"), ADDR).toString());
        for (int i = 0; i < files.length; i += 2) {
            all.add(files[i]);
            all.add(Files.writeString(folder.resolve(files[i].substring(2)), files[i + 1])
                    .toString());
        }
        all.add(Files.writeString(folder.resolve("node.rules"), DUMP).toString());
        return CommandRun.of(all.toArray(String[]::new));
    }
}
