package kubenat.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kubenat.testing.Archives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivedDumpsTest {
    private static final String NAT = "*nat\n:PREROUTING ACCEPT [0:0]\n:X - [0:0]\n-A PREROUTING -j X\nCOMMIT\n";
    private static final String ADDRESSES = "1: lo: <LOOPBACK,UP>\n    inet 127.0.0.1/8 scope host lo\n";
    private static final String SCRIPT = "iptables -t nat -A PREROUTING -j DROP\n";

    @TempDir
    private Path folder;

    @Test
    void answersFromTheDumpsOfANode() throws IOException {
        CommandRun run =
                CommandRun.of("fmt", "--strict", archive(Map.of("node/nat.rules", NAT, "filter.S", "-P INPUT DROP\n")));

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains(NAT).contains("*filter\n:INPUT DROP [0:0]\n");
        assertThat(run.err()).contains("node.tgz!filter.S:1:1: note: the dump does not name its table");
    }

    @Test
    void namesWhatItLeavesOut() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("ip-addr.txt", ADDRESSES);
        files.put("setup.sh", SCRIPT);
        files.put("nat.rules", NAT);
        files.put("core", "\0");

        CommandRun run = CommandRun.of("fmt", archive(files));

        assertThat(run.out()).isEqualTo(NAT);
        assertThat(run.err())
                .isEqualTo("kube-nat: %s/node.tgz: no dumps, and not read: ip-addr.txt, setup.sh, core (binary data)\n"
                        .formatted(folder));
    }

    @Test
    void refusesAnArchiveWithoutDumps() throws IOException {
        CommandRun run = CommandRun.of("services", archive(Map.of("ip-addr.txt", ADDRESSES)));

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).isEqualTo("""
                kube-nat: %s/node.tgz: there is no dump in this archive
                  = help: it has ip-addr.txt
                """.formatted(folder));
    }

    private String archive(Map<String, String> files) throws IOException {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(UTF_8)));
        byte[] packed = Archives.packed("gz", Archives.tar(bytes));
        return Files.write(folder.resolve("node.tgz"), packed).toString();
    }
}
