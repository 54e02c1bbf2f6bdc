package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DirectReaderTest {
    private static final KnownOptions OPTIONS = new AnnotatedOptions();
    private static final PrintWriter NOWHERE = new PrintWriter(OutputStream.nullOutputStream());
    private static final Streams STREAMS = Streams.of(NOWHERE, NOWHERE, InputStream.nullInputStream());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace --dst 10.0.0.1:80 node.rules",
                "trace --dst=10.0.0.1:80 -",
                "trace node.rules --dst :31248 --src 10.1.0.0/16 --mark 0x4000 other.rules --explain -o json",
                "trace --dst a/b:http --local 10.0.0.5,10.0.0.6 --local fd00::5 --pod-cidr 10.244.0.0/16 --addr x --addr y",
                "trace --packets - --table nat --strict --diagnostics JSON --output-file=out.txt --colour Always --ascii",
                "services -o json node.rules",
                "fmt --to s node.rules",
                "graph --chain A --chain B --all -o svg --owner kube-proxy",
                "graph --chain A -o png --scale 3",
                "report",
                "lint --each --select KN,IPT001 --ignore IPT002 --severity IPT003=off --fail-on never --config c.yaml a b",
                "checks",
            })
    void setsWhatPicocliSets(String line) {
        String[] words = line.split(" ");
        Optional<Callable<Integer>> read = DirectReader.read(OPTIONS, STREAMS, words);

        CommandLine picocli = KubeNat.commandLine(STREAMS, words);
        picocli.parseArgs(words);
        Object expected = picocli.getSubcommands().get(words[0]).getCommand();

        assertThat(read).isPresent();
        assertThat(read.orElseThrow())
                .usingRecursiveComparison(RecursiveComparisonConfiguration.builder()
                        .withStrictTypeChecking(true)
                        .build())
                .ignoringFields("streams")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--help",
                "frobnicate",
                "trace --help",
                "trace --dst",
                "trace --dst --strict",
                "trace --dst= node.rules",
                "trace --dst \"a,b\"",
                "trace --dst 10.0.0.1 --dst 10.0.0.2",
                "trace --explain --explain",
                "trace --strict=true",
                "trace -ojson",
                "trace -o yaml",
                "trace -- node.rules",
                "trace --local 10.0.0.1,,10.0.0.2",
                "trace --frobnicate",
                "trace @words",
                "trace --diagnostics xml",
                "checks node.rules",
                "explain",
                "help trace",
            })
    void leavesWhatIsUnusualToPicocli(String line) {
        String[] words = line.isEmpty() ? new String[0] : line.split(" ");

        assertThat(DirectReader.read(OPTIONS, STREAMS, words)).isEmpty();
    }

    @Test
    void knowsWhatTheBuildWritesDown() {
        KnownOption option = OPTIONS.find("trace", "--local").orElseThrow();

        assertThat(KnownOption.read(option.toString())).isEqualTo(option);
        assertThat(option.toString()).isEqualTo("LIST node local kubenat.cli.NodeOptions$AddressConverter true");
    }

    @Test
    void knowsNothingWhereNothingIsPackaged() {
        assertThat(DirectReader.read(KnownOptions.NONE, STREAMS, "checks")).isEmpty();
    }
}
