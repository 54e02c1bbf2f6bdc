package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import kubenat.testing.Installed;
import kubenat.testing.ProcessRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphvizEngineIT {
    @TempDir
    private Path folder;

    @Test
    void graphvizDrawsWhereItIsInstalled() throws IOException {
        Installed.require("dot");
        Path picture = folder.resolve("a.png");

        CommandRun svg = CommandRun.of("graph", "--all", "--engine", "dot", "samples/nodeport.rules");
        CommandRun png = CommandRun.of(
                "trace",
                "--dst",
                ":31248",
                "--engine",
                "dot",
                "-o",
                "png",
                "--scale",
                "1.5",
                "--output-file",
                picture.toString(),
                "samples/nodeport.rules");

        assertThat(svg.out()).contains("<!DOCTYPE svg", ">PREROUTING<", "</svg>");
        assertThat(png).isEqualTo(new CommandRun(0, "", ""));
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(1000);
    }

    @Test
    void saysSoWhereItIsNot() throws IOException {
        ProcessRun run = ProcessRun.of(
                Path.of(""),
                Map.of("PATH", Files.createDirectory(folder.resolve("empty")).toString()),
                Path.of("/dev/null"),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "kubenat.cli.KubeNat",
                        "graph",
                        "--all",
                        "--engine",
                        "dot",
                        "samples/nodeport.rules"));

        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("kube-nat: --engine dot: there is no program dot on this machine\n"
                        + "  = help: install Graphviz, or leave --engine out: kube-nat draws without it\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
