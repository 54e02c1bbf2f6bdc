package kubenat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import kubenat.testing.ProcessRun;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures are drawn where there are no fonts, no display, and not even the parts of Java that would ask for them. */
class NoDesktopIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"svg", "png"})
    void drawsWithoutFontsAndWithoutJavasDesktop(String format) throws IOException {
        Path picture = folder.resolve("picture." + format);

        ProcessRun run = ProcessRun.of(
                Path.of(""),
                Map.of(
                        "KUBE_NAT_JAVA_OPTS", "--limit-modules java.base,jdk.unsupported",
                        "FONTCONFIG_FILE", "/dev/null",
                        "DISPLAY", "",
                        "HOME", folder.toString()),
                Path.of("/dev/null"),
                List.of(
                        ProcessRun.launcher().toString(),
                        "graph",
                        "--dst",
                        "30.0.1.180:31248",
                        "-o",
                        format,
                        "--output-file",
                        picture.toString(),
                        "samples/nodeport.rules"));

        assertThat(run).isEqualTo(new ProcessRun(0, "", ""));
        if (format.equals("png")) {
            assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(2000);
        } else {
            assertThat(Files.readString(picture)).isEqualTo(Files.readString(Path.of("docs/images/nodeport.svg")));
        }
    }
}
