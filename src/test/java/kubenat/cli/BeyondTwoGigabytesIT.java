package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import kubenat.testing.ProcessRun;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A dump of more than 2 GB, with rules where 1 GB and 2 GB end, within the memory of a small heap. What lies between them are comments that the
 * file system does not store: zeros in a file with holes.
 */
class BeyondTwoGigabytesIT {
    private static final long GIGABYTE = 1L << 30;
    private static final long NEEDED = 8 * GIGABYTE;
    /** So that a border lies within the name of the chain. */
    private static final int BEFORE = 5;

    /** So long that nobody takes what follows for a binary file. */
    private static final String HEAD = "*nat\n:PREROUTING ACCEPT [0:0]\n:FAR - [0:0]\n-A PREROUTING -j FAR\n"
            + "# a comment\n".repeat(1000) + "# a hole: ";

    @TempDir
    private Path folder;

    @Test
    void rulesBehindTwoGigabytesAreFound() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        Assumptions.assumeTrue(free >= NEEDED, () -> "skipped: %,d bytes are free, too few".formatted(free));
        Path dump = folder.resolve("holes.rules");
        try (FileChannel file = FileChannel.open(dump, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(file, 0, HEAD);
            write(file, GIGABYTE - BEFORE, "\n" + rule("FAR", 81) + "# a hole: ");
            write(file, 2 * GIGABYTE - BEFORE, "\n" + rule("FAR", 82) + "# a hole: ");
            write(file, 2 * GIGABYTE + 9_999_999, "\n:LATE - [0:0]\n-A FAR -j LATE\n" + rule("LATE", 83) + "COMMIT\n");
        }

        assertThat(trace(dump, "10.0.0.1:81").out()).contains("10.1.1.1:81", "line 1006");
        assertThat(trace(dump, "10.0.0.1:82").out()).contains("10.1.1.1:82", "line 1008");
        ProcessRun last = trace(dump, "10.0.0.1:83");
        assertThat(last.out()).contains("10.1.1.1:83", "line 1011", "line 1012");
        assertThat(last.err()).isEmpty();
        assertThat(last.exitCode()).isZero();
    }

    private static String rule(String chain, int port) {
        return "-A %s -p tcp -m tcp --dport %d -j DNAT --to-destination 10.1.1.1:%d\n".formatted(chain, port, port);
    }

    private static void write(FileChannel file, long at, String text) throws IOException {
        file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), at);
    }

    private static ProcessRun trace(Path dump, String destination) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        List<String> command = List.of(
                java,
                "-Xmx256m",
                "-cp",
                classes,
                "kubenat.cli.KubeNat",
                "trace",
                "--from",
                "outside",
                "--dst",
                destination,
                dump.toString());
        return ProcessRun.of(Path.of(""), Map.of(), Path.of("/dev/null"), command);
    }
}
