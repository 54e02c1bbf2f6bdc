package kubenat.lint.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import kubenat.testing.ProcessRun;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Larger clusters are as clean as small ones. */
class HealthyDumpsIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ext", "svc"})
    void madeClustersAreClean(String layout) {
        String generator =
                SharedFiles.at("generator/kubegen.py").toAbsolutePath().toString();
        ProcessRun run = ProcessRun.of(
                folder,
                Map.of(),
                Path.of("/dev/null"),
                ProcessRun.command(
                        "python3", generator, "--rules", "4000", "--out", ".", "--name", "g", "--layout", layout));
        assertThat(run.exitCode()).as(run.err()).isZero();

        assertThat(HealthyDumps.complaints(HealthyDumps.read(folder.resolve("g.save"))))
                .isEmpty();
    }

    @Test
    void rulesThatKubeProxyWroteForFiveHundredServicesAreClean() {
        Path dump = SharedFiles.at("scale/kube-proxy-500x4.iptables-save.gz");

        assertThat(HealthyDumps.complaints(HealthyDumps.read(dump))).isEmpty();
    }
}
