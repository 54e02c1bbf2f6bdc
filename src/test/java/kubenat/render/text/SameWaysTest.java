package kubenat.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kubenat.cli.CommandRun;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameWaysTest {
    @TempDir
    private Path folder;

    /** The shares of endpoints add up to the same in whatever order packets of a class come: else the ways would seem to differ. */
    @ParameterizedTest
    @ValueSource(ints = {3, 20, 47, 60, 100, 300})
    void whatIsTheSameFromTheNodeIsSaidToBe(int endpoints) throws IOException {
        Path dump = Files.writeString(folder.resolve("many.rules"), service(endpoints));

        assertThat(CommandRun.of("trace", "--dst", "10.96.0.9:80", "--pod-cidr", "10.244.0.0/16", dump.toString())
                        .out())
                .contains("\n  from this node  as from outside, through OUTPUT\n");
    }

    private static String service(int endpoints) {
        StringBuilder chain = new StringBuilder();
        StringBuilder heads = new StringBuilder();
        for (int i = 0; i < endpoints; i++) {
            String probability = String.format(Locale.ROOT, "%.11f", 1.0 / (endpoints - i));
            String pod = "10.244." + i / 256 + "." + i % 256;
            chain.append("-A SVC -m statistic --mode random --probability " + probability + " -j SEP" + i + "\n");
            heads.append("-A SEP" + i + " -s " + pod + "/32 -j MASQ\n");
            heads.append("-A SEP" + i + " -p tcp -j DNAT --to-destination " + pod + ":8080\n");
        }
        return "*nat\n:PREROUTING ACCEPT\n:OUTPUT ACCEPT\n:POSTROUTING ACCEPT\n"
                + "-A PREROUTING -j SERVICES\n-A OUTPUT -j SERVICES\n-A POSTROUTING -m mark --mark 0x4000/0x4000 -j MASQUERADE\n"
                + "-A MASQ -j MARK --set-xmark 0x4000/0x4000\n-A SERVICES -d 10.96.0.9/32 -p tcp --dport 80 -j SVC\n"
                + "-A SVC ! -s 10.244.0.0/16 -j MASQ\n" + chain + heads + "COMMIT\n";
    }
}
