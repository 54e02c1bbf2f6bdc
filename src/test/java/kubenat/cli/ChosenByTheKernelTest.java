package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A translation may leave the kernel a choice that a later rule asks about: the answer depends on it, and says so. */
class ChosenByTheKernelTest {
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # translation                                                | rule                         | condition
            PREROUTING -p tcp -j DNAT --to-destination 10.244.0.2:80-89 --random | FORWARD -p tcp --dport 85 -j DROP | if the port chosen is 85:
            PREROUTING -p tcp -j DNAT --to-destination 10.244.0.2:80-89 --random | FORWARD -p tcp --dport 85:89 -j DROP | if the port chosen is in 85:89:
            PREROUTING -p tcp -j DNAT --to-destination 10.244.0.2-10.244.0.9 | FORWARD -d 10.244.0.9 -j DROP | if the address chosen is 10.244.0.9:
            """)
    void decides(String translation, String rule, String condition) {
        String dump = "*nat\n:PREROUTING ACCEPT\n:POSTROUTING ACCEPT\n-A " + translation
                + "\nCOMMIT\n*filter\n:FORWARD ACCEPT\n-A " + rule + "\nCOMMIT\n";

        CommandRun run = CommandRun.withInput(dump, "trace", "--dst", "10.0.0.1:80", "--from", "outside");

        assertThat(run.out()).contains(condition);
    }

    @ParameterizedTest
    @CsvSource({"--sport 53, if the source port chosen is 53:", "--sport 1:99, if the source port chosen is in 1:99:"})
    void decidesForWhatSeesTheSourceAfterIt(String ports, String condition) {
        String dump = "*nat\n:POSTROUTING ACCEPT\n-A POSTROUTING -p udp -j SNAT --to-source 7.7.7.7 --random\nCOMMIT\n"
                + "*filter\n:INPUT ACCEPT\n-A INPUT -p udp " + ports + " -j DROP\nCOMMIT\n";

        CommandRun run = CommandRun.withInput(
                dump,
                "trace",
                "--proto",
                "udp",
                "--dst",
                "10.0.0.1:80",
                "--local",
                "10.0.0.1",
                "--src",
                "10.0.0.1:90",
                "--from",
                "node");

        assertThat(run.out()).contains(condition);
    }
}
