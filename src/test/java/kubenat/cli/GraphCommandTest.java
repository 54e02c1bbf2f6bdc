package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import kubenat.source.RawBytes;
import kubenat.testing.Golden;
import kubenat.testing.JsonSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphCommandTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # golden file          | arguments
            nodeport.dot           | graph --dst 30.0.1.180:31248 -o dot samples/nodeport.rules
            nodeport-dark.svg      | graph --dst 30.0.1.180:31248 --theme dark samples/nodeport.rules
            any-nodeport.svg       | graph --dst :31248 --from outside samples/nodeport.rules
            cut.svg                | graph --dst 10.97.122.105:80 samples/blog-cut.rules
            source-ranges.svg      | graph --dst 203.0.113.80:443 samples/load-balancer.rules
            no-endpoints.svg       | graph --service shop/search samples/no-endpoints.rules
            ipv6-outside.svg       | graph --dst [fd00:10:96::31]:80 --from outside samples/ipv6.rules
            counters.svg           | graph --service shop/web --from outside samples/counters.rules
            docker.svg             | graph --dst 192.0.2.10:8080 samples/docker.rules
            chains.svg             | graph --all samples/blog-cut.rules
            chains.dot             | graph --all samples/blog-cut.rules -o dot
            nodeport.mmd           | graph --dst 30.0.1.180:31248 -o mermaid samples/nodeport.rules
            no-endpoints.d2        | graph --service shop/search -o d2 samples/no-endpoints.rules
            chains.json            | graph --all samples/no-endpoints.rules --table filter -o json
            one-chain.dot          | graph --chain KUBE-SVC-47MZKVTVFE2WTG5V -o dot samples/nodeport.rules
            """)
    void drawsWhatTheGoldenFileShows(String golden, String arguments) {
        CommandRun run = CommandRun.of(arguments.split(" "));

        assertThat(run.err()).isEmpty();
        Golden.assertMatches("cli/graph/" + golden, run.out());
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theReadmesPictureIsWhatTheToolDraws() throws IOException {
        CommandRun run = CommandRun.of("graph", "--dst", "30.0.1.180:31248", "samples/nodeport.rules");

        Path picture = Path.of("docs/images/nodeport.svg");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(picture.getParent());
            Files.writeString(picture, run.out());
        }
        assertThat(run.out())
                .as("%s (-Dgolden.update=true draws it anew)", picture)
                .isEqualTo(Files.readString(picture));
    }

    @Test
    void traceDrawsTheSamePicture() {
        String arguments = "--dst 10.106.113.156:80 samples/nodeport.rules -o ";

        for (String format : new String[] {"svg", "dot", "mermaid", "d2"}) {
            CommandRun trace = CommandRun.of(("trace " + arguments + format).split(" "));
            CommandRun graph = CommandRun.of(("graph " + arguments + format).split(" "));

            assertThat(trace.out()).isNotEmpty().isEqualTo(graph.out());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--all", "--dst 10.106.113.156:80"})
    void jsonIsAsTheSchemaHasIt(String what) {
        CommandRun run = CommandRun.of(("graph -o json samples/nodeport.rules " + what).split(" "));

        JsonSchema.of("graph-v1.json").assertAccepts(run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"graph --all", "graph --dst 10.106.113.156:80", "trace --dst 10.106.113.156:80"})
    void pixelsAreThoseOfTheScene(String what, @TempDir Path folder) throws IOException {
        String dump = " samples/nodeport.rules";
        Path file = folder.resolve("a.png");

        CommandRun svg = CommandRun.of((what + " -o svg" + dump).split(" "));
        CommandRun toFile = CommandRun.of((what + " -o png --scale 1 --output-file " + file + dump).split(" "));
        CommandRun png = CommandRun.of((what + " -o png --scale 1" + dump).split(" "));

        assertThat(toFile).isEqualTo(new CommandRun(0, "", ""));
        BufferedImage image = ImageIO.read(file.toFile());
        double width = Double.parseDouble(svg.out().replaceFirst("(?s).*? width=\"([0-9.]+)\".*", "$1"));
        assertThat(image.getWidth()).isEqualTo((int) Math.ceil(width));
        assertThat(RawBytes.keep(Files.readString(file, StandardCharsets.ISO_8859_1)))
                .isEqualTo(png.out());
    }

    @Test
    void aFileThatCannotBeDrawnIsNotTouched(@TempDir Path folder) {
        Path file = folder.resolve("a.png");

        CommandRun run = CommandRun.of(
                ("graph --all -o png --scale 20 samples/nodeport.rules --output-file " + file).split(" "));

        assertThat(run.err()).contains("pixels\n  = help: -o svg has no limit; --scale ");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(file).doesNotExist();
    }

    @Test
    void tableLimitsWhatIsDrawn() {
        CommandRun run =
                CommandRun.of("graph", "--all", "--table", "filter", "-o", "dot", "samples/no-endpoints.rules");

        assertThat(run.out()).contains("table filter").doesNotContain("table nat");
    }

    @Test
    void writesToAFile(@TempDir Path folder) {
        Path file = folder.resolve("web.svg");
        CommandRun run = CommandRun.of("graph", "--all", "samples/nodeport.rules", "--output-file", file.toString());

        assertThat(run.out()).isEmpty();
        assertThat(file).content().startsWith("<svg ").endsWith("</svg>\n");
    }

    @Test
    void saysThatOneFamilyIsNotInThePicture() {
        CommandRun run = CommandRun.of("graph", "--all", "samples/nodeport.rules", "samples/ipv6.rules");

        assertThat(run.err())
                .isEqualTo("kube-nat: only the IPv4 rules are in the picture: give the others by themselves\n");
    }

    @Test
    void saysThatManyServicesMakeNoPicture() {
        StringBuilder rules = new StringBuilder("*nat\n:PREROUTING ACCEPT [0:0]\n");
        for (int i = 0; i < 60; i++) {
            rules.append("-A PREROUTING -j KUBE-SVC-%016d\n".formatted(i));
        }
        CommandRun run = CommandRun.withInput(rules + "COMMIT\n", "graph", "--all", "-");

        assertThat(run.err())
                .isEqualTo(
                        "kube-nat: 60 Services in one picture; --output-dir DIR draws each by itself, --service one of them\n");
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # arguments                           | message
            graph                                 | exactly one of --dst, --service, --chain, --all and --owner is needed
            graph --all --chain KUBE-SERVICES     | exactly one of --dst, --service, --chain, --all and --owner is needed
            graph --chain KUBE-SVC-47             | --chain KUBE-SVC-47: there is no such chain; did you mean KUBE-SVC-47MZKVTVFE2WTG5V?
            graph --service default/htpd-app      | --service the dump has no Service default/htpd-app: did you mean default/httpd-app?
            graph --dst default/htpd-app          | --dst the dump has no Service default/htpd-app: did you mean default/httpd-app?
            graph --all --from pod                | --from is for a packet's path (--dst, --service), not for chains
            graph --all --output-dir x --src 10.1.1.1 | --src is for a packet's path (--dst, --service), not for chains
            graph --service default/httpd-app --packets - | --packets is for kube-nat trace: a picture is of one packet
            graph --dst :1 --from pod --from node | option '--from' should be specified only once
            graph --owner Calico                  | --owner Calico: no chain is named as its chains are
            graph --all -o gif                    | gif: not one of [svg, png, html, dot, mermaid, d2, json]
            graph --all -o dot --scale 2          | --scale is for pixels, and dot has none
            graph --all --scale 2                 | --scale is for pixels, and svg has none
            graph --all -o json --theme dark      | --theme is for svg and png, not for json
            graph --all -o d2 --engine dot        | --engine dot is for svg and png, not for d2
            graph --all --engine dot --theme dark | --engine dot knows no --theme
            graph --all --table nat --output-dir x | --output-dir is for --all, without --table and without --output-file
            graph --dst 10.1.1.1 --output-dir x   | --output-dir is for --all, without --table and without --output-file
            graph --all -o png --scale 0          | --scale 0.0: not from 0.05 to 20
            graph --all -o png --scale NaN        | --scale NaN: not from 0.05 to 20
            graph --all -o png --scale 20         | the picture would have
            """)
    void saysWhatIsWrongWithTheCommandLine(String arguments, String message) {
        CommandRun run = CommandRun.of((arguments + " samples/nodeport.rules").split(" "));

        assertThat(run.err()).contains(message);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void saysThatThereIsNoSuchTableOrFolder() {
        CommandRun noTable = CommandRun.of("graph", "--all", "--table", "raw", "samples/counters.rules");
        CommandRun noFolder = CommandRun.of("graph", "--all", "--output-dir", "/proc/x", "samples/nodeport.rules");

        assertThat(noTable.err()).contains("--table: the dump has no such table");
        assertThat(noTable.exitCode()).isEqualTo(2);
        assertThat(noFolder.err())
                .isEqualTo("kube-nat: cannot write the output: /proc/x: this folder cannot be made\n");
        assertThat(noFolder.exitCode()).isEqualTo(3);
    }
}
